package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.FakeCarrier.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand texts over a bad link: one request in ten meets a fault. */
@Timeout(120)
class FaultsTest {
    private static final int COUNT = 1_000;

    private record Fate(String text, Outcome outcome) {}

    @Test
    void nothingIsSentTwiceAndEveryOutcomeIsTrue() throws Exception {
        try (Wired wired = Wired.started(Map.of("TIMEOUT_MS", "400", "BINDS", "2", "WINDOW", "5"))) {
            wired.smsc.faults(10);
            ExecutorService lanes = Executors.newFixedThreadPool(10);
            List<Callable<Fate>> jobs = IntStream.rangeClosed(1, COUNT)
                    .<Callable<Fate>>mapToObj(n -> () -> new Fate("text " + n, wired.sendUntilTaken("text " + n, n)))
                    .toList();
            List<Fate> fates = lanes.invokeAll(jobs).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            lanes.shutdown();

            Map<String, Long> taken =
                    wired.smsc.taken().stream().collect(Collectors.groupingBy(Taken::text, Collectors.counting()));
            taken.forEach((text, times) -> assertEquals(1L, times, text));
            Set<String> kinds = fates.stream()
                    .map(fate -> fate.outcome().getClass().getSimpleName())
                    .collect(Collectors.toSet());
            assertEquals(Set.of("Accepted", "Unknown"), kinds);
            for (Fate fate : fates) {
                assertTrue(
                        fate.outcome() instanceof Outcome.Unknown || taken.containsKey(fate.text()), "lost in silence");
            }
            long unknown = fates.stream()
                    .filter(fate -> fate.outcome() instanceof Outcome.Unknown)
                    .count();
            assertTrue(unknown >= 20, unknown + " unknown; a cut link makes all that waits on it unknown");
        }
    }

    @Test
    void longTextsAreNotSentTwiceEither() throws Exception {
        try (Wired wired = Wired.started(Map.of("TIMEOUT_MS", "400", "BINDS", "2", "WINDOW", "5"))) {
            wired.smsc.faults(10);
            ExecutorService lanes = Executors.newFixedThreadPool(10);
            Function<Integer, String> words = n -> ("Number " + n + ": a well kept promise. ").repeat(8);
            List<Callable<Outcome>> jobs = IntStream.rangeClosed(1, 200)
                    .<Callable<Outcome>>mapToObj(n -> () -> wired.sendUntilTaken(words.apply(n), n))
                    .toList();
            long accepted = lanes.invokeAll(jobs).stream()
                    .filter(future -> {
                        try {
                            return future.get() instanceof Outcome.Accepted;
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            lanes.shutdown();
            List<String> taken = wired.smsc.taken().stream().map(Taken::text).toList();
            assertEquals(taken.size(), Set.copyOf(taken).size(), "sent twice");
            assertTrue(taken.size() >= accepted, "lost in silence");
        }
    }
}
