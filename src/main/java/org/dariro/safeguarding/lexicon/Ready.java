package org.dariro.safeguarding.lexicon;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Faults;
import org.dariro.safeguarding.screening.Lexicon;
import org.dariro.safeguarding.screening.LexiconError;
import org.dariro.safeguarding.screening.Lexicons;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SpokenLanguages;

/**
 * Lexicons made ready from their files, or what is wrong with them.
 *
 * @param screening empty when they cannot be used
 * @param fault a sentence with file and line; empty when there is none
 */
record Ready(Optional<Screening> screening, String fault) {
    /** All lexicons of a shelf. */
    static Ready of(Shelf shelf, SpokenLanguages spoken) {
        try {
            Map<String, Lexicon> read = new TreeMap<>();
            shelf.texts().forEach((language, files) -> read.put(language, Lexicons.read(language, files)));
            return new Ready(Optional.of(new Screening(read, spoken)), "");
        } catch (RuntimeException e) {
            return new Ready(Optional.empty(), words(e));
        }
    }

    static String words(RuntimeException fault) {
        return fault instanceof LexiconError
                ? String.valueOf(fault.getMessage())
                : "It cannot be made ready: " + Faults.describe(fault);
    }
}
