package org.dariro.console.pages;

import java.util.Set;

/** What an open page looks at. */
sealed interface Sight {
    /** A group's conversation. */
    record OfGroup(long group) implements Sight {}

    /** What waits in some groups. */
    record OfToday(Set<Long> groups) implements Sight {
        public OfToday {
            groups = Set.copyOf(groups);
        }
    }

    /** One alert, and the person that it is about. */
    record OfAlert(long alert) implements Sight {}
}
