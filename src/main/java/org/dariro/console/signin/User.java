package org.dariro.console.signin;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;

/**
 * Somebody who may sign in to the console.
 *
 * <p>Life: invited by a coordinator or an administrator, takes the invitation by setting a password, sets up a second factor,
 * may end, and then cannot sign in any more.
 *
 * @param email in lower case; nobody else has it
 * @param name what colleagues call this person, at most 40 characters
 * @param language of the pages
 * @param zone in which the pages give times
 * @param shortcuts whether single keys do something
 * @param staff the person who acts on alerts; empty for one who does not, such as an auditor
 * @param invited whether the invitation still waits to be taken
 * @param secondFactor whether one is set up
 */
public record User(
        long id,
        String email,
        String name,
        Set<StaffRole> roles,
        String language,
        ZoneId zone,
        Theme theme,
        boolean shortcuts,
        Optional<Long> staff,
        boolean invited,
        boolean secondFactor,
        boolean ended) {

    /** How the pages look. */
    public enum Theme {
        /** As the device has it. */
        DEVICE,
        LIGHT,
        DARK
    }

    public User {
        roles = Set.copyOf(roles);
    }

    /** Whether this user has one of some roles. */
    public boolean isAny(Set<StaffRole> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** Masked: no address and no name. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
