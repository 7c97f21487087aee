package org.dariro.console.token;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;

/**
 * What a token stands for at this moment.
 *
 * @param name what it is called
 * @param actor as whom its holder stands in claims and in the audit trail: the same by whatever token, and in the console
 * @param person whether a person stands behind it; a program cannot answer for an alert
 * @param roles what the holder may do
 * @param scopes what of that this token is for
 * @param groups the groups it is for; none for all
 * @param lastDay the last day on which it works, in UTC; empty where it has none
 */
public record ApiToken(
        String name,
        String actor,
        boolean person,
        Set<StaffRole> roles,
        Set<Scope> scopes,
        Set<Long> groups,
        Optional<LocalDate> lastDay) {
    /** A group that there is not: for a token of somebody who serves no group. */
    static final long NO_GROUP = -1;

    /** A program that made a sign-in could be a person by it. */
    private static final Set<Scope> FOR_PEOPLE = EnumSet.of(Scope.ALERTS_ACT, Scope.USERS_WRITE);

    public ApiToken {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        groups = Set.copyOf(groups);
    }

    /** A person's token with all scopes and no last day. */
    public ApiToken(String actor, Set<StaffRole> roles, Set<Long> groups) {
        this(actor, actor, true, roles, EnumSet.allOf(Scope.class), groups, Optional.empty());
    }

    /** Whether it is for a group. */
    public boolean isFor(long group) {
        return groups.isEmpty() || groups.contains(group);
    }

    /** Whether it opens a part of the API. */
    public boolean opens(Scope scope) {
        return scopes.contains(scope) && (person || !FOR_PEOPLE.contains(scope));
    }
}
