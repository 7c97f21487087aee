package org.dariro.delivery;

import org.dariro.gateways.api.Capabilities;

/**
 * How large a text may grow.
 *
 * @param packed most segments of a text that joins several posts, at least 1
 * @param whole most segments of any text, which a single long post may use; not below {@code packed}
 */
public record PackingLimits(int packed, int whole) {
    /** Segments that a joined text may usually have: three keep well on the simplest phones. */
    public static final int JOINED = 3;

    public PackingLimits {
        if (packed < 1 || whole < packed) {
            throw new IllegalArgumentException("Packing limits out of range: " + packed + " and " + whole);
        }
    }

    /** At most {@code packed} segments, and what an account can carry; 1 where a carrier does not join messages. */
    public static PackingLimits of(int packed, Capabilities account) {
        int whole = account.joinedMessages() ? account.maxSegments() : 1;
        return new PackingLimits(Math.min(packed, whole), whole);
    }
}
