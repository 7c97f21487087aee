package org.dariro.delivery.pace;

/**
 * What it is worth in a group, in segments, that a copy of a post is not later than the target. It finds itself: each late
 * copy raises it, each other one lowers it, so that over a group's time a little less than half of its copies are late, and
 * the target is the median.
 */
public final class LatePrice {
    /** Where a new group begins: a segment for ten copies that are not late. */
    public static final double FIRST = 0.1;

    private static final double LEAST = 0.0005;
    private static final double MOST = 3;
    private static final double STEP = 0.004;

    /** By how much more a late copy weighs: 49 of 100 copies are late at rest. */
    private static final double BIAS = 0.02;

    private LatePrice() {}

    /** The price when so many more copies have gone out, late or not. */
    public static double after(double price, int late, int inTime) {
        double moved = price * Math.exp(STEP * ((1 + BIAS) * late - (1 - BIAS) * inTime));
        return Math.max(LEAST, Math.min(MOST, moved));
    }
}
