package org.dariro.safeguarding;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who acts on alerts. One of the staff is known by id, as names change; others, such as somebody who only signs in or a token,
 * by the name that the audit trail has.
 *
 * @param staff the id of the staff person that this is; empty for others
 * @param same the ids of all staff who are the same human: they have a place in a group in common
 */
public record Actor(String name, Optional<Long> staff, Set<Long> same) {
    private static final Pattern USER = Pattern.compile("(user \\d+)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public Actor {
        same = Set.copyOf(same);
    }

    /**
     * Whether this person did what stands under a name.
     *
     * @param by the name
     * @param byStaff the id of the staff person who did it; empty when it was none
     */
    public boolean did(String by, Optional<Long> byStaff) {
        return byStaff.map(same::contains).orElseGet(() -> same(by, name));
    }

    /** Whether two names of those who are not of the staff are the same one's; blind to case, and to what a user is called. */
    static boolean same(String one, String other) {
        return known(one).equals(known(other));
    }

    private static String known(String name) {
        Matcher user = USER.matcher(name);
        return (user.matches() ? user.group(1) : name).toLowerCase(Locale.ROOT);
    }
}
