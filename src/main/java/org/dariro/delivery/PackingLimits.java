package org.dariro.delivery;

import org.dariro.gateway.Line;
import org.dariro.gateways.api.Capabilities;
import org.dariro.spend.LineRules;

/**
 * How large a text may grow, and how its size is counted.
 *
 * @param packed most segments of a text that joins several posts, at least 1
 * @param whole most segments of any text, which a single long post may use; not below {@code packed}
 * @param rules how segments are counted
 */
public record PackingLimits(int packed, int whole, LineRules rules) {
    /** Segments that a joined text may usually have: three keep well on the simplest phones. */
    public static final int JOINED = 3;

    public PackingLimits {
        if (packed < 1 || whole < packed) {
            throw new IllegalArgumentException("Packing limits out of range: " + packed + " and " + whole);
        }
    }

    /** Limits on a line that counts as usual. */
    public PackingLimits(int packed, int whole) {
        this(packed, whole, LineRules.USUAL);
    }

    /**
     * At most {@code packed} segments, and what the line and its account can carry; 1 where either does not join messages.
     */
    public static PackingLimits of(int packed, Line line, Capabilities account) {
        int whole = Math.min(
                account.joinedMessages() ? account.maxSegments() : 1,
                line.mostSegments().orElse(255));
        return new PackingLimits(Math.min(packed, whole), whole, LineRules.of(account));
    }
}
