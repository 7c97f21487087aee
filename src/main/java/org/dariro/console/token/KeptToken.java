package org.dariro.console.token;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;

/**
 * A token as it is kept.
 *
 * <p>Life: made, and shown once; works until its last day, until it is revoked, or until its holder has ended.
 *
 * @param holder whose it is; empty for a program's
 * @param user the id of its holder who signs in, and {@code staff} that of one who does not
 * @param scopes what it is for; empty for all that its roles allow
 * @param groups those it is for; none for all
 * @param lastDay the last day on which it works, in UTC
 * @param usedOn the last day on which it was used
 */
public record KeptToken(
        long id,
        String name,
        Optional<Holder> holder,
        Optional<Long> user,
        Optional<Long> staff,
        Set<StaffRole> roles,
        Optional<Set<Scope>> scopes,
        Set<Long> groups,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> usedOn) {
    public KeptToken {
        roles = Set.copyOf(roles);
        scopes = scopes.map(Set::copyOf);
        groups = Set.copyOf(groups);
    }

    /** Whether it is a person's. */
    boolean isHeld() {
        return user.isPresent() || staff.isPresent();
    }

    /** Whether its last day is over. */
    public boolean isOver(LocalDate today) {
        return lastDay.filter(day -> day.isBefore(today)).isPresent();
    }

    /** With its holder; empty when that person has ended. */
    KeptToken of(Optional<Holder> person) {
        return new KeptToken(id, name, person, user, staff, roles, scopes, groups, lastDay, usedOn);
    }
}
