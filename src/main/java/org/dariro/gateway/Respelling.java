package org.dariro.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may change in members' texts on a line, where it saves a segment. A mentor's words never do. */
public enum Respelling {
    /** Signs become plain, letters lose accents that their language can spare, emoji become short texts. */
    PLAIN,
    /** As {@link #PLAIN}, but emoji stay. */
    KEEP_EMOJI,
    /** As {@link #PLAIN}, but accents stay. */
    KEEP_ACCENTS,
    /** Nothing. */
    AS_WRITTEN;

    /** The name in settings and in the API, {@code keep-emoji}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with that name. */
    public static Optional<Respelling> named(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written().equals(written))
                .findFirst();
    }
}
