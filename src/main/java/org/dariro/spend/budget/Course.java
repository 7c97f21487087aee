package org.dariro.spend.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a budget's time has gone, hour by hour: what forecasts are made of.
 *
 * @param begins when the first hour begins that anything is known of; may be before the budget
 * @param hours in order; hours in which nothing happened may be missing
 * @param chosenShare what the group's own way of reading is thought to cost, as a share of one text per post and reader
 * @param priorPerDay what one text per post and reader is thought to cost on a day of a group that nothing is known of
 */
public record Course(Instant begins, List<Hour> hours, double chosenShare, double priorPerDay, ZoneId zone) {
    private static final double PRIOR_DAYS = 2;

    public Course {
        hours = List.copyOf(hours);
    }

    /**
     * One hour.
     *
     * @param at when it begins
     * @param rung the rung in it
     * @param said what one text per post and reader would have cost
     * @param spent what was spent on posts
     */
    public record Hour(Instant at, Rung rung, double said, double spent) {}

    /** The rhythm of what was said. */
    public Rhythm rhythm(Instant now) {
        int count = (int) Math.max(0, Duration.between(begins, now).toHours() + 1);
        double[] said = new double[count];
        for (Hour hour : hours) {
            long index = Math.floorDiv(Duration.between(begins, hour.at()).toSeconds(), 3_600);
            if (index >= 0 && index < count) {
                said[(int) index] += hour.said();
            }
        }
        return new Rhythm(begins, said, now, priorPerDay, zone);
    }

    /**
     * Where a budget stands.
     *
     * @param from when the budget began
     * @param limit what may be spent, without the reserve
     * @param spent of it so far
     */
    public Outlook outlook(Instant now, Instant from, Instant ends, double limit, double spent) {
        Rhythm rhythm = rhythm(now);
        double said = hours.stream()
                .filter(hour -> !hour.at().isBefore(from))
                .mapToDouble(Hour::said)
                .sum();
        Instant stay = now.plus(Ladder.STAY);
        return new Outlook(
                now,
                limit,
                spent,
                said,
                rhythm.forecast(now, ends),
                rhythm.forecast(now, stay.isBefore(ends) ? stay : ends).expected(),
                rhythm.perDay(),
                from,
                ends,
                costs(rhythm.perDay()));
    }

    private Costs costs(double perDay) {
        Map<Rung, Costs.Seen> seen = new EnumMap<>(Rung.class);
        boolean paid = false;
        for (Hour hour : hours) {
            paid |= hour.spent() > 0;
            if (!paid) {
                continue; // what was said before anything was counted says nothing of its cost
            }
            seen.merge(
                    hour.rung(),
                    new Costs.Seen(hour.spent(), hour.said()),
                    (a, b) -> new Costs.Seen(a.spent() + b.spent(), a.naive() + b.naive()));
        }
        return Costs.of(chosenShare, seen, perDay * PRIOR_DAYS);
    }
}
