package org.dariro.bench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.dariro.delivery.pace.Patience;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final List<String> WORDS =
            List.of("good", "morning", "friends", "the", "clinic", "was", "full", "today", "I", "slept", "well", "ok");
    private static final List<String> NAMES = List.of("Rudo", "Tino", "Zuva", "Chipo", "Tendo", "Sekai", "Farai");

    /** Talks with pauses of hours between them, the same at every run. */
    private static Trace trace(int posts) {
        Random random = new Random(7);
        List<Trace.Line> lines = new ArrayList<>();
        long millis = 0;
        for (int i = 0; i < posts; i++) {
            millis += 5_000 + (long) (-Math.log(1 - random.nextDouble()) * (i % 12 == 0 ? 7_200_000 : 60_000));
            String text = random.ints(2 + random.nextInt(16), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .collect(Collectors.joining(" "));
            String told = text + (random.nextInt(8) == 0 ? " – it’s 😂" : "");
            lines.add(new Trace.Line("g", i + 1, millis, random.nextInt(NAMES.size()), told));
        }
        Trace.Circle circle =
                new Trace.Circle("g", NAMES, NAMES.stream().map(name -> "eng").toList(), lines);
        return new Trace(lines, Map.of("g", circle));
    }

    @Test
    void itCostsWhatTheServiceCosts() {
        Trace trace = trace(150);
        for (Policy policy : List.of(Policy.atOnce(), Policy.bundled(5), Policy.adaptive(60))) {
            GroupResult simulated = new Simulation(trace.circle("g"), policy).run();
            GroupResult replayed;
            try (Replay replay = new Replay(trace, policy)) {
                Replayed run = replay.run();
                replayed = GroupResult.of(
                        trace.circle("g"), run.posts().getOrDefault("g", List.of()), run.mts(), new ArrayList<>());
            }
            assertTrue(replayed.complete(), () -> policy + " lost, repeated or misread something");
            assertEquals(
                    (double) replayed.segments(),
                    (double) simulated.segments(),
                    0.01 * replayed.segments(),
                    policy.toString());
            assertEquals(replayed.delaySeconds(0.5), simulated.delaySeconds(0.5), 5, policy.toString());
        }
    }

    @Test
    void theMedianIsTheTargetAndNobodyWaitsBeyondTheDeadline() {
        Trace.Circle circle = trace(1_500).circle("g");
        GroupResult result = new Simulation(circle, Policy.adaptive(120)).run();
        assertTrue(result.delaySeconds(0.5) <= 121, "median " + result.delaySeconds(0.5));
        assertTrue(result.delaySeconds(1) <= 5_400, "latest " + result.delaySeconds(1));
        assertEquals(0, result.talkerSeconds(1));
        assertEquals(0, result.lost());
    }

    @Test
    void nothingBeatsTheOptimum() {
        Trace.Circle circle = trace(400).circle("g");
        for (int target : new int[] {30, 180}) {
            Patience patience = Patience.of(Duration.ofSeconds(target));
            double least = new Optimum(circle, patience).segments();
            GroupResult result = new Simulation(circle, Policy.adaptive(target)).run();
            assertTrue(result.segments() >= least, result.segments() + " < " + least);
            assertTrue(least > 0.6 * result.segments());
        }
    }

    @Test
    void theOptimumWithoutAnyWaitIsOneTextForEachPost() {
        Trace.Circle circle = trace(60).circle("g");
        double least = new Optimum(circle, new Patience(Duration.ZERO, Duration.ZERO, 6)).segments();
        assertEquals((double) new Simulation(circle, Policy.atOnce()).run().segments(), least, 1e-6);
    }
}
