package org.dariro.spend.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever a group says, and whatever money it has. */
class LadderProperties {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Map<Rung, Double> SHARES = Map.of(
            Rung.CHOSEN, 0.55, Rung.THREE_MINUTES, 0.48, Rung.QUARTER_HOUR, 0.45, Rung.DIGEST, 0.43, Rung.USSD, 0.02);

    private record Taken(Instant at, Step step) {}

    /** A group's time, hour by hour, with a cap that holds. */
    private static final class Life {
        private final Instant ends;
        private final double limit;
        private final List<Taken> steps = new ArrayList<>();
        private final List<Course.Hour> hours = new ArrayList<>();
        private double spent;
        private double refused;
        private Rung rung = Rung.CHOSEN;
        private Instant since = START;

        Life(int days, double[] said, double limit) {
            this.limit = limit;
            ends = START.plus(Duration.ofDays(days));
            Ladder ladder = new Ladder(Rung.USSD);
            for (int hour = 0; hour < days * 24; hour++) {
                Instant now = START.plus(Duration.ofHours(hour));
                Course course = new Course(START, hours, 0.55, 60, ZoneOffset.UTC);
                Outlook outlook = course.outlook(now, START, ends, limit, spent);
                ladder.decide(rung, since, outlook).ifPresent(step -> {
                    steps.add(new Taken(now, step));
                    rung = step.to();
                    since = now;
                });
                double cost = said[hour] * SHARES.getOrDefault(rung, 1.0);
                double paid = Math.min(cost, limit - spent);
                refused += cost - paid;
                spent += paid;
                hours.add(new Course.Hour(now, rung, said[hour], paid));
            }
        }
    }

    private static double[] said(int days, long seed) {
        Random random = new Random(seed);
        double[] said = new double[days * 24];
        double level = 10 + random.nextInt(200);
        double burst = 0;
        for (int hour = 0; hour < said.length; hour++) {
            if (hour % 24 == 0) {
                burst = 0.5 * burst + random.nextGaussian() * 0.5;
            }
            boolean awake = hour % 24 >= 6 && hour % 24 < 22;
            said[hour] = awake ? level / 16 * Math.exp(burst) * random.nextDouble() * 2 : 0;
        }
        return said;
    }

    private static double sum(double[] all) {
        double sum = 0;
        for (double one : all) {
            sum += one;
        }
        return sum;
    }

    @Property(tries = 40)
    void itTakesOneRungAtATimeAndNeverGoesToAndFro(
            @ForAll @IntRange(min = 3, max = 70) int days,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1.2) double share) {
        double[] said = said(days, seed);
        Life life = new Life(days, said, share * sum(said));
        Instant last = START;
        for (Taken taken : life.steps) {
            Step step = taken.step();
            assertEquals(1, Math.abs(step.to().compareTo(step.from())));
            boolean down = step.to().compareTo(step.from()) > 0;
            Duration stayed = Duration.between(last, taken.at());
            assertTrue(stayed.compareTo(down ? Ladder.DOWN : Ladder.UP) >= 0, stayed + " before " + step);
            last = taken.at();
        }
        assertTrue(life.spent <= life.limit + 1e-9);
    }

    @Property(tries = 40)
    void moneyLastsToTheEndAndIsUsed(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.2, max = 0.9) double share) {
        double[] said = said(70, seed);
        double all = sum(said);
        Life life = new Life(70, said, share * all);
        double used = life.spent / life.limit;
        boolean asChosen = life.spent >= 0.9 * all * 0.55;
        assertTrue(used > 0.85 || asChosen, "used " + used);
        assertTrue(life.refused <= 0.03 * all, "refused " + life.refused / all);
    }

    @Property(tries = 20)
    void enoughMoneyChangesNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        double[] said = said(70, seed);
        Life life = new Life(70, said, 10 * sum(said) + 20_000);
        assertTrue(life.steps.isEmpty(), life.steps.toString());
    }

    @Property(tries = 20)
    void whereNobodyCanDialTheDigestIsTheLastRung(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        double[] said = said(20, seed);
        List<Course.Hour> hours = new ArrayList<>();
        Ladder ladder = new Ladder(Rung.DIGEST);
        Rung rung = Rung.CHOSEN;
        Instant since = START;
        for (int hour = 0; hour < said.length; hour++) {
            Instant now = START.plus(Duration.ofHours(hour));
            hours.add(new Course.Hour(now, rung, said[hour], 0));
            Outlook outlook = new Course(START, hours, 0.55, 60, ZoneOffset.UTC)
                    .outlook(now, START, START.plus(Duration.ofDays(70)), 0.01, 0.01);
            var step = ladder.decide(rung, since, outlook);
            if (step.isPresent()) {
                rung = step.get().to();
                since = now;
            }
            assertTrue(rung.compareTo(Rung.DIGEST) <= 0);
        }
        assertEquals(Rung.DIGEST, rung);
    }
}
