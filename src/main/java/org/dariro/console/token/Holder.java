package org.dariro.console.token;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;

/**
 * Somebody who may hold tokens: one who signs in to the console, or one of the staff who does not.
 *
 * @param user the id of who signs in; empty for staff who do not
 * @param staff the id of the person who acts on alerts; empty for who does not
 * @param actor as whom this person stands in claims and in the audit trail
 * @param roles what this person may do
 * @param serves the groups that this person serves
 */
public record Holder(
        Optional<Long> user, Optional<Long> staff, String name, String actor, Set<StaffRole> roles, Set<Long> serves) {
    private static final Set<StaffRole> ALL_GROUPS =
            EnumSet.of(StaffRole.CLINICAL_LEAD, StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR);

    public Holder {
        roles = Set.copyOf(roles);
        serves = Set.copyOf(serves);
    }

    /** One word for it: {@code user:17} or {@code staff:1040}. */
    public String key() {
        return user.map(id -> "user:" + id).orElseGet(() -> "staff:" + staff.orElseThrow());
    }

    /** Of the roles that a token was made with, those that this person has still. */
    Set<StaffRole> of(Set<StaffRole> wanted) {
        Set<StaffRole> both = EnumSet.noneOf(StaffRole.class);
        both.addAll(wanted);
        both.retainAll(roles);
        return both;
    }

    /** The groups that a token is for: a mentor's are those that this person serves. None for all. */
    Set<Long> groups(Set<StaffRole> acting, Set<Long> wanted) {
        if (!acting.contains(StaffRole.MENTOR) || !Collections.disjoint(acting, ALL_GROUPS)) {
            return wanted;
        }
        Set<Long> own = new HashSet<>(serves);
        if (!wanted.isEmpty()) {
            own.retainAll(wanted);
        }
        return own.isEmpty() ? Set.of(ApiToken.NO_GROUP) : own;
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Holder[" + key() + "]";
    }
}
