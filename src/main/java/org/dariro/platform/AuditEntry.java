package org.dariro.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the audit trail is told. Never a text that somebody wrote, a number or a nickname: ids and our own words only.
 *
 * @param actor who did it: {@code service}, {@code a member}, a token or one of the staff by name, {@code user 17}; at most 80 characters
 * @param action what was done, in a few words with hyphens: {@code alert-claimed}; at most 40 characters
 * @param subjects what it was done to: {@code alert:17}; together at most 200 characters
 * @param details our own words; at most 4,000 characters, the rest is cut off
 */
public record AuditEntry(String actor, String action, List<String> subjects, String details) {
    /** The service itself, where no person decided. */
    public static final String SERVICE = "service";

    /** A member who reported something: who it was is kept apart. */
    public static final String A_MEMBER = "a member";

    /** The token that the service is set up with. */
    public static final String SET_UP_TOKEN = "DARIRO_API_TOKEN";

    private static final Pattern OURS = Pattern.compile("(token|user \\d+)\\s.*|user \\d+", Pattern.CASE_INSENSITIVE);

    /** Whether a name is that of no person, or one that we make, and so must not be given to a person. */
    public static boolean isReserved(String name) {
        return name.equalsIgnoreCase(SERVICE)
                || name.equalsIgnoreCase(A_MEMBER)
                || name.equalsIgnoreCase(SET_UP_TOKEN)
                || OURS.matcher(name).matches();
    }

    static final int LONGEST_ACTOR = 80;
    static final int LONGEST_ACTION = 40;
    static final int LONGEST_SUBJECTS = 200;
    /** The longest details. */
    public static final int LONGEST_DETAILS = 4_000;

    public AuditEntry {
        subjects = List.copyOf(subjects);
        actor = cut(actor, LONGEST_ACTOR);
        details = cut(details, LONGEST_DETAILS);
        if (action.isEmpty() || action.length() > LONGEST_ACTION) {
            throw new IllegalArgumentException("An action has 1 to " + LONGEST_ACTION + " characters");
        } else if (String.join(" ", subjects).length() > LONGEST_SUBJECTS) {
            throw new IllegalArgumentException("Too many subjects in one entry");
        }
    }

    /** An entry on nobody and nothing yet. */
    public static AuditEntry of(String actor, String action) {
        return new AuditEntry(actor, action, List.of(), "");
    }

    /** With one more thing that it was done to: {@code on("alert", 17)}. */
    public AuditEntry on(String kind, long id) {
        List<String> more = new ArrayList<>(subjects);
        more.add(kind + ":" + id);
        return new AuditEntry(actor, action, more, details);
    }

    /** With details: our own words, never what somebody wrote. */
    public AuditEntry saying(String words) {
        return new AuditEntry(actor, action, subjects, words);
    }

    private static String cut(String text, int most) {
        String clean = text.replace('\u0000', ' '); // PostgreSQL cannot store it
        return clean.length() <= most ? clean : clean.substring(0, most);
    }
}
