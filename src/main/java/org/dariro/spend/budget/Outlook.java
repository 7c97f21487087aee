package org.dariro.spend.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a budget stands at one moment, as {@link Ladder} decides on it. Amounts are in the budget's currency; floating
 * point, as they are forecasts or held against such.
 *
 * @param limit what may be spent in all, without the reserve
 * @param spent of it so far
 * @param said what one text per post and reader would have cost since the budget began
 * @param toCome the same until its end
 * @param soon the same within {@link Ladder#STAY}, or until its end
 * @param perDay the same on a usual day
 * @param begins when the budget began
 * @param ends when it ends
 */
public record Outlook(
        Instant now,
        double limit,
        double spent,
        double said,
        Forecast toCome,
        double soon,
        double perDay,
        Instant begins,
        Instant ends,
        Costs costs) {

    /** What all of the budget's time costs when the rest of it is read so. */
    public Forecast total(Rung rung) {
        return toCome.times(costs.share(rung)).plus(spent);
    }

    /** The share of what one text per post and reader costs that the budget can pay. */
    double affordable() {
        double all = said + toCome.expected();
        return all <= 0 ? 1 : limit / all;
    }

    /** How much less has been spent than what was said would be worth if the money were spread evenly over it. */
    double ahead() {
        return affordable() * said - spent;
    }

    /** Whether the money lasts when the rest is read so, with something to spare as a share of the rest. */
    boolean lasts(Rung rung, double spare) {
        return spent + toCome.expected() * costs.share(rung) * (1 + spare) <= limit;
    }

    /** What reading so costs for a while beyond what evenly spread money would pay. */
    double beyond(Rung rung) {
        return Math.max(0, (costs.share(rung) - affordable()) * soon);
    }

    /** Evenly spread money for a twenty-fifth of the time to come, from six hours to two days: less than this means nothing. */
    double little() {
        return affordable() * perDay * Math.max(0.25, Math.min(2, left().toHours() / 24.0 / 25));
    }

    /** Whether a larger part of the money is spent than of the time has gone: what is thought of a new group is no ground. */
    boolean fasterThanTime() {
        double gone = Duration.between(begins, now).toMillis()
                / (double) Math.max(1, Duration.between(begins, ends).toMillis());
        return spent >= limit * gone;
    }

    Duration left() {
        return Duration.between(now, ends);
    }
}
