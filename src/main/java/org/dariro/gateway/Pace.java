package org.dariro.gateway;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dariro.platform.Settings;

/**
 * How fast an account may send: a token bucket for segments a second, and a count for segments a day (UTC). A text of
 * several segments, or a request with several recipients, goes as a whole and leaves the bucket in debt: the average holds.
 *
 * <p>Settings: {@code DARIRO_ACCOUNT_<ID>_PER_SECOND} (segments, 0.01 to 10,000; no limit when not set) and
 * {@code DARIRO_ACCOUNT_<ID>_PER_DAY} (segments; no limit when not set). Each node keeps its own share.
 */
public final class Pace {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final BigDecimal SLOWEST = new BigDecimal("0.01");
    private static final BigDecimal FASTEST = new BigDecimal(10_000);

    private final double perSecond;
    private final long perDay;
    private final InstantSource clock;
    private double tokens;
    private Instant filled;
    private Instant midnight;
    private long today;

    private Pace(double perSecond, long perDay, InstantSource clock) {
        this.perSecond = perSecond;
        this.perDay = perDay;
        this.clock = clock;
        filled = clock.instant();
        tokens = burst();
        midnight = midnightAfter(filled);
    }

    /**
     * The pace of an account.
     *
     * @param prefix {@code DARIRO_ACCOUNT_<ID>_}
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static Pace of(Settings settings, String prefix, InstantSource clock) {
        Optional<BigDecimal> perSecond = settings.text(prefix + "PER_SECOND").map(text -> perSecond(prefix, text));
        int perDay = settings.number(prefix + "PER_DAY", 0, 1, Integer.MAX_VALUE);
        return new Pace(
                perSecond.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY),
                perDay == 0 ? NO_LIMIT : perDay,
                clock);
    }

    private static BigDecimal perSecond(String prefix, String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(SLOWEST) >= 0 && number.compareTo(FASTEST) <= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with a number out of range
        }
        throw new IllegalArgumentException(
                "The setting " + prefix + "PER_SECOND must be a number from 0.01 to 10000, such as 1 or 0.5.");
    }

    /** Whether there is a limit for a second. */
    public boolean limited() {
        return perSecond != Double.POSITIVE_INFINITY;
    }

    /** Whether segments need to be counted at all. */
    public boolean counts() {
        return limited() || perDay != NO_LIMIT;
    }

    /** Segments that may go in a day; empty without a limit. */
    public Optional<Long> mostADay() {
        return perDay == NO_LIMIT ? Optional.empty() : Optional.of(perDay);
    }

    /** Segments that may go in a time; {@link Integer#MAX_VALUE} without a limit. */
    public int within(Duration time) {
        return limited() ? (int) Math.max(1, Math.ceil(perSecond * time.toMillis() / 1000)) : Integer.MAX_VALUE;
    }

    /** How long until the next text may go; zero when one may go now. */
    public synchronized Duration untilNext() {
        if (!limited()) {
            return Duration.ZERO;
        }
        fill();
        return tokens >= 1 ? Duration.ZERO : Duration.ofMillis(1 + (long) ((1 - tokens) * 1000 / perSecond));
    }

    /** How long until the day's count begins anew, when it is used up; zero when it is not. */
    public synchronized Duration untilTomorrow() {
        turn();
        return today < perDay ? Duration.ZERO : Duration.between(clock.instant(), midnight);
    }

    /** Segments have been sent. */
    public synchronized void spend(long segments) {
        if (limited()) {
            fill();
            tokens -= segments;
        }
        turn();
        today += segments;
    }

    /** Segments that went out today; after a start, what was sent before must be told by {@link #resume}. */
    public synchronized long today() {
        turn();
        return today;
    }

    /** Counts what an earlier process sent today. */
    public synchronized void resume(long segmentsToday) {
        turn();
        today += segmentsToday;
    }

    private double burst() {
        return Math.max(1, perSecond);
    }

    private void fill() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
        tokens = Math.min(burst(), tokens + seconds * perSecond);
        filled = now;
    }

    private void turn() {
        Instant now = clock.instant();
        if (!now.isBefore(midnight)) {
            today = 0;
            midnight = midnightAfter(now);
        }
    }

    private static Instant midnightAfter(Instant time) {
        return time.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
