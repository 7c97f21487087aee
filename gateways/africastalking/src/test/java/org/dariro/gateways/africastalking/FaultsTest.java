package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.testkit.FakeCarrier.Taken;
import org.dariro.gateways.testkit.africastalking.FakeAfricasTalking;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand requests, a tenth of them with a fault: none goes out twice, and each outcome is true. */
class FaultsTest {
    private static final int REQUESTS = 1_000;
    private static final int EACH = 3;

    @ParameterizedTest
    @ValueSource(strings = {"/version1/messaging", "/version1/messaging/bulk"})
    void everyOutcomeIsTrue(String endpoint) throws Exception {
        try (FakeAfricasTalking carrier = new FakeAfricasTalking()) {
            carrier.faults(10);
            Map<String, String> settings = new HashMap<>(carrier.settings());
            settings.put("SEND_PATH", endpoint);
            Map<Integer, List<Outcome>> outcomes = sendAll(settings);
            assertEquals(REQUESTS, carrier.requests());
            List<Msisdn> taken = carrier.taken().stream().map(Taken::to).toList();
            Set<Msisdn> once = new HashSet<>(taken);
            assertEquals(taken.size(), once.size(), "a message was taken twice");
            outcomes.forEach((request, list) ->
                    IntStream.range(0, EACH).forEach(i -> isTrue(list.get(i), once.contains(number(request, i)))));
            long unknown = outcomes.values().stream()
                    .filter(list -> list.get(0) instanceof Outcome.Unknown)
                    .count();
            assertTrue(unknown > 50, unknown + " requests of unknown fate");
        }
    }

    private static void isTrue(Outcome outcome, boolean taken) {
        if (outcome instanceof Outcome.Accepted) {
            assertTrue(taken);
        } else if (!(outcome instanceof Outcome.Unknown)) {
            assertFalse(taken, () -> "taken, and told to be " + outcome);
        }
    }

    private static Map<Integer, List<Outcome>> sendAll(Map<String, String> settings) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Called called = new Called(settings)) {
            List<Callable<Map.Entry<Integer, List<Outcome>>>> jobs = IntStream.range(0, REQUESTS)
                    .<Callable<Map.Entry<Integer, List<Outcome>>>>mapToObj(
                            request -> () -> Map.entry(request, called.gateway.send(batch(request))))
                    .toList();
            Map<Integer, List<Outcome>> outcomes = new HashMap<>();
            for (var job : threads.invokeAll(jobs)) {
                outcomes.put(job.get().getKey(), job.get().getValue());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Batch batch(int request) {
        return new Batch(
                "20880",
                "Grace: well done all",
                IntStream.range(0, EACH)
                        .mapToObj(i -> new Recipient(number(request, i), "parcel"))
                        .collect(Collectors.toList()));
    }

    private static Msisdn number(int request, int recipient) {
        return Msisdn.of("+2547%08d".formatted(request * EACH + recipient));
    }
}
