package org.dariro.delivery;

import java.time.Duration;
import java.util.List;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.spend.budget.Rung;

/** How a group reads on a rung of its budget's ladder. Nobody ever reads faster than they have chosen. */
final class Slowing {
    private Slowing() {}

    /** A group as it reads on a rung. */
    static Group group(Group group, Rung rung, List<Membership> readers) {
        ReadingMode mode = slower(group.mode(), rung);
        Duration window = group.window();
        boolean waits = group.mode() != ReadingMode.AT_ONCE
                || readers.stream().anyMatch(place -> place.mode() == ReadingMode.BUNDLED);
        if (rung.window().isPresent()) {
            Duration slow = rung.window().get();
            window = waits && window.compareTo(slow) > 0 ? window : slow;
        }
        return mode == group.mode() && window.equals(group.window())
                ? group
                : new Group(
                        group.id(),
                        group.name(),
                        group.code(),
                        group.lineId(),
                        group.language(),
                        group.country(),
                        mode,
                        window,
                        group.contacts(),
                        group.holdsHigh(),
                        group.closed());
    }

    /** A place as its person reads on a rung. */
    static Membership place(Membership place, Rung rung) {
        ReadingMode mode = place.mode();
        return mode == null || slower(mode, rung) == mode ? place : place.reading(slower(mode, rung));
    }

    /** A way of reading on a rung. */
    static ReadingMode slower(ReadingMode mode, Rung rung) {
        return switch (rung) {
            case CHOSEN -> mode;
            case THREE_MINUTES, QUARTER_HOUR ->
                mode == ReadingMode.AT_ONCE || mode == ReadingMode.BUNDLED ? ReadingMode.ADAPTIVE : mode;
            case DIGEST -> mode == ReadingMode.USSD_ONLY ? mode : ReadingMode.DIGEST;
            case USSD -> ReadingMode.USSD_ONLY;
        };
    }
}
