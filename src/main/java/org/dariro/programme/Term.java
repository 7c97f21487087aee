package org.dariro.programme;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a group is together.
 *
 * <p>Life: set with the group or later; from {@link #closingAt} on the group is closing: its last message goes out once; at
 * {@link #endsAt} it is closed.
 *
 * @param template whose words are sent; empty for the usual ones
 * @param closingDays so many days before the end the last message goes out
 * @param endsAt empty for no end
 * @param farewellAt when the last message went out
 */
public record Term(
        long group,
        String template,
        int closingDays,
        Optional<Instant> closingAt,
        Optional<Instant> endsAt,
        Optional<Instant> farewellAt) {
    /** The most days that a group takes leave. */
    public static final int MOST_CLOSING_DAYS = 60;

    /** A group that nothing is said of. */
    public static Term none(long group) {
        return new Term(group, "", 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the group takes leave at a time. */
    public boolean closing(Instant now) {
        return closingAt.filter(at -> !at.isAfter(now)).isPresent();
    }
}
