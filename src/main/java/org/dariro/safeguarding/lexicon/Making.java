package org.dariro.safeguarding.lexicon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Faults;
import org.dariro.safeguarding.screening.LexiconError;
import org.dariro.safeguarding.screening.LexiconSearch;
import org.dariro.safeguarding.screening.Lexicons;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.ShippedLexicons;
import org.dariro.safeguarding.screening.SpokenLanguages;

/** Makes lexicons ready from their files; keeps the last ones, as an edit changes one language and is tried before it is saved. */
final class Making {
    private static final int KEPT = 16;
    private final Map<Source, LexiconSearch> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, LexiconSearch> eldest) {
            return size() > KEPT;
        }
    };

    private record Source(String language, Map<String, String> files) {}

    /** The lexicon of a language; throws what is wrong with it. */
    synchronized LexiconSearch of(String language, Map<String, String> files) {
        ShippedLexicons shipped = ShippedLexicons.get();
        if (files.equals(shipped.files().get(language))) {
            return Objects.requireNonNull(shipped.ready().get(language));
        }
        Source source = new Source(language, Map.copyOf(files));
        LexiconSearch known = kept.get(source);
        if (known == null) {
            known = new LexiconSearch(Lexicons.read(language, files));
            kept.put(source, known);
        }
        return known;
    }

    /** All lexicons of a shelf. */
    Ready of(Shelf shelf, SpokenLanguages spoken) {
        try {
            Map<String, LexiconSearch> made = new TreeMap<>();
            shelf.texts().forEach((language, files) -> made.put(language, of(language, files)));
            return new Ready(Optional.of(Screening.of(made, spoken)), "");
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
