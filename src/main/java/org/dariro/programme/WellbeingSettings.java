package org.dariro.programme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the members of a group are asked how they are.
 *
 * @param weekday on the clocks of the group's country
 * @param hour 0 to 23, on the same clocks
 * @param everyWeeks 1, 2 or 4
 * @param items what is asked, one each time, in turn; at least one
 * @param rounds how many times the group has been asked
 * @param lastAt when it was asked last
 * @param nextAt when it is asked next; empty while it is not
 */
public record WellbeingSettings(
        long group,
        DayOfWeek weekday,
        int hour,
        int everyWeeks,
        List<WellbeingItem> items,
        int rounds,
        Optional<Instant> lastAt,
        Optional<Instant> nextAt) {
    public WellbeingSettings {
        items = List.copyOf(items);
    }

    /** A group that nothing is said of: nobody is asked. */
    public static WellbeingSettings none(long group) {
        return new WellbeingSettings(
                group, DayOfWeek.MONDAY, 17, 1, List.of(WellbeingItem.GENERAL), 0, Optional.empty(), Optional.empty());
    }

    /** Whether members are asked. */
    public boolean asks() {
        return nextAt.isPresent();
    }

    /** What is asked next. */
    public WellbeingItem turn() {
        return items.get(rounds % items.size());
    }

    /** This, after a round. */
    WellbeingSettings asked(int newRounds, Optional<Instant> last, Optional<Instant> next) {
        return new WellbeingSettings(group, weekday, hour, everyWeeks, items, newRounds, last, next);
    }
}
