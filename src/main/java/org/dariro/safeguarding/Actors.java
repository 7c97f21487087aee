package org.dariro.safeguarding;

import java.util.Locale;

/** The people who act on alerts, as they are known by name: that of one of the staff, or of a token. */
final class Actors {
    private Actors() {}

    /** Whether two names are the same person's; blind to case. */
    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
