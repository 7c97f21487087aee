package org.dariro.safeguarding.lexicon;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody saved of a file.
 *
 * @param number 1 and up, for each file
 * @param content empty when it was taken back: what lies below it counts again
 * @param note why, in the words of who saved it
 * @param despite why it was saved although stored tests then fail; empty when none did
 */
public record Version(
        FileName file,
        int number,
        Origin origin,
        Optional<String> content,
        String note,
        Optional<String> despite,
        String by,
        Instant at) {
    /** Where it was saved; what was saved in the console lies above what is in a file. */
    public enum Origin {
        /** In the programme's own directory. */
        FILE,
        /** In the console or by the API. */
        CONSOLE;

        /** As it is stored and shown. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
