package org.dariro.delivery.pace;

import java.time.Duration;

/**
 * How long a group likes its posts to wait.
 *
 * @param target half of all posts should be on the phones after this
 * @param deadline no post waits longer
 * @param segments most segments of a joined text
 */
public record Patience(Duration target, Duration deadline, int segments) {
    private static final int SEGMENTS = 6;

    /** The usual deadline of a target, and as many segments as simple phones join well. */
    public static Patience of(Duration target) {
        return new Patience(target, deadline(target), SEGMENTS);
    }

    /**
     * The most that a post waits: ten minutes where half come within one, an hour and a half where half come within five,
     * else four hours.
     */
    private static Duration deadline(Duration target) {
        if (target.compareTo(Duration.ofMinutes(1)) <= 0) {
            return Duration.ofMinutes(10);
        }
        return target.compareTo(Duration.ofMinutes(5)) <= 0 ? Duration.ofMinutes(90) : Duration.ofHours(4);
    }
}
