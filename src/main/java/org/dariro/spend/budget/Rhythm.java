package org.dariro.spend.budget;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * How much is said in a group, by hour of the day and day of the week, learned from its own hours; and from that, what is to
 * be expected. Pure.
 *
 * <p>What a new group has not shown yet is taken from a prior, which counts as a few days seen: by day {@link #PRIOR_CV}
 * more or less, awake from six in the morning to ten at night, all weekdays alike. The level forgets: a day of {@link #HALF_LIFE} days ago counts
 * half. The error comes from how far the group's days were from what this expects of them, how much one such day is like the
 * day before it (a burst lasts), and how well the level is known after so few days; the sum of the days to come is taken for
 * log-normal.
 */
public final class Rhythm {
    /** Days after which what was seen counts half. */
    static final double HALF_LIFE = 14;

    /** How far a day is from the mean before anything is known, as a share of the mean. */
    static final double PRIOR_CV = 0.8;

    /** How much of a day's surprise comes again on the next, before anything is known. */
    static final double PRIOR_ECHO = 0.6;

    private static final double LEVEL_DAYS = 2;
    private static final double HOUR_DAYS = 3;
    private static final double WEEKDAY_WEEKS = 4;
    private static final double SPREAD_DAYS = 10;

    /** Nine of ten are below: so four of five are within the band. */
    private static final double NINE_OF_TEN = 1.2816;

    private static final double NIGHT = 0.15;
    private static final double HOUR_SECONDS = 3_600;
    private static final double DAY_SECONDS = 86_400;

    private final ZoneId zone;
    private final double[] hours = new double[24];
    private final double[] weekdays = new double[7];
    private final double level;
    private final double levelDays;
    private final double spread;
    private final double echo;

    /**
     * Learns from what was said.
     *
     * @param from when the first hour begins
     * @param said how much in each hour since then, in any unit; the last may be going on
     * @param until the end of what was seen
     * @param priorPerDay how much a group says in a day before it is known
     * @param zone whose clock the group lives by
     */
    public Rhythm(Instant from, double[] said, Instant until, double priorPerDay, ZoneId zone) {
        this.zone = zone;
        double seen = Math.max(0, Duration.between(from, until).toSeconds() / DAY_SECONDS);
        double total = Arrays.stream(said).sum();
        double mean = (total + priorPerDay * LEVEL_DAYS) / (seen + LEVEL_DAYS);
        double unit = Math.max(mean, 1e-9);
        learnHours(from, said, unit);
        learnWeekdays(from, said, unit, seen);
        Days days = new Days(from, said, until);
        double weight = LEVEL_DAYS;
        double sum = priorPerDay * LEVEL_DAYS;
        for (int day = 0; day < days.said.length; day++) {
            double age = (days.said.length - 1 - day) / HALF_LIFE;
            double fade = Math.pow(0.5, age);
            weight += fade * days.shares[day];
            sum += fade * days.said[day];
        }
        level = sum / weight;
        levelDays = weight;
        double[] surprise = days.surprises(level);
        double square = square(level * PRIOR_CV) * SPREAD_DAYS;
        double product = square * PRIOR_ECHO;
        for (int day = 0; day < surprise.length; day++) {
            square += square(surprise[day]);
            product += day == 0 ? 0 : surprise[day] * surprise[day - 1];
        }
        spread = square / (SPREAD_DAYS + surprise.length);
        echo = Math.max(0, Math.min(0.8, product / square));
    }

    private static double square(double x) {
        return x * x;
    }

    private void learnHours(Instant from, double[] said, double unit) {
        double all = 0;
        for (int hour = 0; hour < 24; hour++) {
            hours[hour] = HOUR_DAYS * (hour >= 6 && hour < 22 ? 1 : NIGHT) / (16 + 8 * NIGHT);
            all += hours[hour];
        }
        for (int i = 0; i < said.length; i++) {
            double share = said[i] / unit;
            hours[at(from, i).getHour()] += share;
            all += share;
        }
        for (int hour = 0; hour < 24; hour++) {
            hours[hour] /= all;
        }
    }

    private void learnWeekdays(Instant from, double[] said, double unit, double seen) {
        Arrays.fill(weekdays, WEEKDAY_WEEKS);
        for (int i = 0; i < said.length; i++) {
            weekdays[at(from, i).getDayOfWeek().getValue() - 1] += said[i] / unit;
        }
        double sum = 0;
        for (int day = 0; day < 7; day++) {
            weekdays[day] /= WEEKDAY_WEEKS + seen / 7;
            sum += weekdays[day];
        }
        for (int day = 0; day < 7; day++) {
            weekdays[day] = sum == 0 ? 1 : weekdays[day] * 7 / sum;
        }
    }

    private ZonedDateTime at(Instant from, int hour) {
        return from.plusSeconds(hour * 3_600L).atZone(zone);
    }

    /** The share of a usual day that falls into a time: 1 for a day that is neither more nor less lively than others. */
    double share(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        double share = 0;
        Instant at = from;
        long whole = Duration.between(from, to).toDays() / 7;
        share += whole * 7;
        at = at.plus(Duration.ofDays(whole * 7));
        while (at.isBefore(to)) {
            ZonedDateTime local = at.atZone(zone);
            Instant next = local.truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                    .plusHours(1)
                    .toInstant();
            Instant end = next.isBefore(to) ? next : to;
            share += hours[local.getHour()]
                    * weekdays[local.getDayOfWeek().getValue() - 1]
                    * Duration.between(at, end).toMillis()
                    / (HOUR_SECONDS * 1_000);
            at = end;
        }
        return share;
    }

    /** What is said on a usual day. */
    public double perDay() {
        return level;
    }

    /** What will be said in a time to come. */
    public Forecast forecast(Instant from, Instant to) {
        double days = share(from, to);
        double expected = level * days;
        if (expected <= 0) {
            return new Forecast(0, 0, 0);
        }
        // how long a burst echoes, in days; a short time to come holds only a part of it
        double echoes = (1 + echo) / (1 - echo);
        double variance = spread * days * echoes + square(days) * spread * echoes / levelDays;
        double log = Math.log1p(variance / square(expected));
        double middle = Math.log(expected) - log / 2;
        double width = NINE_OF_TEN * Math.sqrt(log);
        return new Forecast(expected, Math.exp(middle - width), Math.exp(middle + width));
    }

    /** A weekday's share of the mean, for tests. */
    double weekday(DayOfWeek day) {
        return weekdays[day.getValue() - 1];
    }

    /** Days of 24 hours, the last one ending with what was seen. */
    private final class Days {
        private final double[] said;
        private final double[] shares;

        Days(Instant from, double[] hourly, Instant until) {
            int days = (int) (Duration.between(from, until).toHours() / 24);
            said = new double[days];
            shares = new double[days];
            int first = hourly.length - days * 24;
            for (int day = 0; day < days; day++) {
                for (int hour = 0; hour < 24; hour++) {
                    int i = first + day * 24 + hour;
                    if (i >= 0) {
                        said[day] += hourly[i];
                    }
                }
                Instant start = from.plusSeconds((first + day * 24L) * 3_600);
                shares[day] = share(start, start.plusSeconds(86_400));
            }
        }

        double[] surprises(double level) {
            double[] surprises = new double[said.length];
            for (int day = 0; day < said.length; day++) {
                surprises[day] = said[day] - level * shares[day];
            }
            return surprises;
        }
    }
}
