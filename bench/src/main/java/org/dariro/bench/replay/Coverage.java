package org.dariro.bench.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.dariro.spend.Segments;
import org.dariro.spend.budget.Forecast;
import org.dariro.spend.budget.Rhythm;

/**
 * How often what came was within the band that was forecast: in twenty times ten weeks made of one recording, on every day
 * from the fourth to the fourth last, for the rest of the time.
 */
final class Coverage {
    private static final int SEEDS = 20;
    private static final int SPARED = 3;
    private static final long HOUR = 3_600_000;

    private Coverage() {}

    /** From 0 to 1; 0.8 is right. */
    static double of(Trace.Circle recorded) {
        int in = 0;
        int all = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[] said = said(TenWeeks.of(recorded, seed));
            for (int day = SPARED; day < TenWeeks.DAYS - SPARED; day++) {
                Instant now = Instant.EPOCH.plus(Duration.ofDays(day));
                Forecast forecast = new Rhythm(
                                Instant.EPOCH, Arrays.copyOf(said, day * 24), now, prior(recorded), ZoneOffset.UTC)
                        .forecast(now, Instant.EPOCH.plus(Duration.ofDays(TenWeeks.DAYS)));
                double real = Arrays.stream(said, day * 24, said.length).sum();
                in += real >= forecast.low() && real <= forecast.high() ? 1 : 0;
                all++;
            }
        }
        return in / (double) all;
    }

    /** Posts a day of a group that nothing is known of. */
    static double prior(Trace.Circle circle) {
        return 4.5 * circle.nicknames().size();
    }

    private static double[] said(Trace.Circle circle) {
        double[] said = new double[TenWeeks.DAYS * 24];
        for (Trace.Line line : circle.lines()) {
            said[(int) (line.millis() / HOUR)] += Segments.of(
                            circle.nicknames().get(line.sender()) + ": " + line.text())
                    .count();
        }
        return said;
    }
}
