package org.dariro.console.api;

import java.util.Set;
import org.dariro.console.StaffRole;

/**
 * What a token stands for.
 *
 * @param name whose it is, for people; at most 80 characters
 */
public record ApiToken(String name, Set<StaffRole> roles) {
    public ApiToken {
        roles = Set.copyOf(roles);
    }
}
