package org.dariro.spend.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RhythmTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final ZoneId UTC = ZoneOffset.UTC;

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static double[] weeks(int weeks, java.util.function.IntToDoubleFunction said) {
        double[] hours = new double[weeks * 7 * 24];
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = said.applyAsDouble(hour);
        }
        return hours;
    }

    @Test
    void aGroupThatNothingIsKnownOfIsExpectedToBeAsUsual() {
        Rhythm rhythm = new Rhythm(START, new double[0], START, 60, UTC);
        Forecast week = rhythm.forecast(START, day(7));
        assertEquals(420, week.expected(), 1e-6);
        assertTrue(week.low() < 300 && week.high() > 560, week.toString());
    }

    @Test
    void anUnknownNightIsQuiet() {
        Rhythm rhythm = new Rhythm(START, new double[0], START, 60, UTC);
        double night = rhythm.share(START, START.plus(Duration.ofHours(6)));
        assertTrue(night < 0.06, "share " + night);
    }

    @Test
    void theHoursAndWeekdaysOfAGroupAreLearned() {
        double[] said =
                weeks(6, hour -> hour % 24 == 20 ? (hour / 24 % 7 == 6 ? 30 : 10) : 0); // evenings, Sundays most
        Rhythm rhythm = new Rhythm(START, said, day(42), 90, UTC);
        assertTrue(rhythm.weekday(DayOfWeek.SUNDAY) > 1.8 * rhythm.weekday(DayOfWeek.MONDAY));
        double evening = rhythm.share(day(42).plus(Duration.ofHours(20)), day(42).plus(Duration.ofHours(21)));
        double morning = rhythm.share(day(42).plus(Duration.ofHours(9)), day(42).plus(Duration.ofHours(10)));
        assertTrue(evening > 50 * morning, evening + " and " + morning);
    }

    @Test
    void theHoursAreThoseOfTheGroupsCountry() {
        double[] said = weeks(4, hour -> hour % 24 == 18 ? 10 : 0); // 20:00 in Harare
        Rhythm rhythm = new Rhythm(START, said, day(28), 10, ZoneId.of("Africa/Harare"));
        assertTrue(rhythm.share(day(28).plus(Duration.ofHours(18)), day(28).plus(Duration.ofHours(19))) > 0.5);
    }

    @Test
    void theBandIsNarrowerTheMoreIsKnownAndTheShorterTheTime() {
        double[] said = weeks(6, hour -> hour % 24 >= 6 ? 2 : 0);
        Forecast early =
                new Rhythm(START, java.util.Arrays.copyOf(said, 48), day(2), 60, UTC).forecast(day(2), day(70));
        Forecast late = new Rhythm(START, said, day(42), 60, UTC).forecast(day(42), day(70));
        assertTrue(late.high() / late.low() < early.high() / early.low(), late + " and " + early);
        Forecast end = new Rhythm(START, said, day(42), 60, UTC).forecast(day(42), day(42));
        assertEquals(new Forecast(0, 0, 0), end);
    }

    @Test
    void aGroupThatFellSilentIsExpectedToSayLess() {
        double[] said = weeks(8, hour -> hour < 4 * 7 * 24 ? 4 : 0.4);
        Rhythm rhythm = new Rhythm(START, said, day(56), 60, UTC);
        assertTrue(rhythm.perDay() < 45, "per day " + rhythm.perDay()); // the mean of all is 53
    }

    @Test
    void aboutFourOfFiveTimesWhatComesIsWithinTheBand() {
        Random random = new Random(7);
        int in = 0;
        int all = 0;
        for (int run = 0; run < 60; run++) {
            double level = 20 + random.nextInt(200);
            double[] days = new double[70];
            double burst = 0;
            for (int day = 0; day < 70; day++) {
                burst = 0.5 * burst + random.nextGaussian() * 0.4;
                days[day] = level * Math.exp(burst - 0.1);
            }
            double[] said = weeks(10, hour -> hour % 24 >= 6 && hour % 24 < 22 ? days[hour / 24] / 16 : 0);
            for (int at = 4; at < 66; at += 5) {
                Forecast forecast = new Rhythm(START, java.util.Arrays.copyOf(said, at * 24), day(at), 60, UTC)
                        .forecast(day(at), day(70));
                double real = 0;
                for (int day = at; day < 70; day++) {
                    real += days[day];
                }
                in += real >= forecast.low() && real <= forecast.high() ? 1 : 0;
                all++;
            }
        }
        double share = in / (double) all;
        assertTrue(share > 0.7 && share < 0.95, "within the band: " + share);
    }
}
