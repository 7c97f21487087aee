package org.dariro.console.api;

import java.util.Set;
import org.dariro.console.StaffRole;

/**
 * What a token stands for.
 *
 * @param name whose it is; who acts with it is known by this name. At most 80 characters
 * @param groups the groups it is for; none for all
 */
public record ApiToken(String name, Set<StaffRole> roles, Set<Long> groups) {
    public ApiToken {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** A token for all groups. */
    public ApiToken(String name, Set<StaffRole> roles) {
        this(name, roles, Set.of());
    }

    /** Whether it is for a group. */
    boolean isFor(long group) {
        return groups.isEmpty() || groups.contains(group);
    }
}
