package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Neither the SDK nor the HTTP client below it repeats a request, of whatever kind and whatever is answered. */
class OnceOnlyTest {

    /** Counts every request, and gives all the same answer. */
    private static final class Counting extends FakeHttpCarrier {
        private final Set<String> methods = ConcurrentHashMap.newKeySet();
        private final HttpAnswer same;

        Counting(HttpAnswer same) {
            this.same = same;
        }

        @Override
        protected boolean isSend(HttpCall call) {
            return true;
        }

        @Override
        protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
            methods.add(call.method());
            return same;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, application/json, Throttled",
        "500, application/json, Unknown",
        "502, application/json, Unknown",
        "503, application/json, Unknown",
        "504, application/json, Unknown",
        "307, application/json, Unknown",
        "408, application/json, Unknown",
        "429, text/html, Throttled",
        "503, text/html, Unknown",
        "403, text/html, RetryLater",
        "201, text/html, Unknown",
        "201, application/json, Unknown",
    })
    void aRequestThatIsAnsweredLikeThisIsMadeOnce(int status, String type, String outcome) {
        String body = type.equals("application/json") ? "{\"status\":" + status + "}" : "<html>busy</html>";
        try (Counting carrier = new Counting(new HttpAnswer(status, type, body));
                Gateway gateway = Accounts.open(carrier, Map.of())) {
            assertEquals(outcome, send(gateway).getClass().getSimpleName());
            assertEquals(1, carrier.requests());
            assertEquals(Set.of("POST"), carrier.methods);
            assertEquals(Optional.empty(), gateway.lookUp(Accounts.sent(List.of()), id -> false));
            assertEquals(2, carrier.requests());
            assertEquals(Optional.empty(), gateway.balance());
            assertEquals(3, carrier.requests());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeCarrier.Behaviour.class,
            names = {"RESET", "LOSE_ANSWER", "SLOW", "BREAK"})
    void aRequestWhoseAnswerIsLostIsMadeOnce(FakeCarrier.Behaviour behaviour) {
        try (Counting carrier = new Counting(HttpAnswer.json("{}"));
                Gateway gateway = Accounts.open(carrier, Map.of())) {
            send(gateway); // the next goes out on a connection that was used before
            carrier.behave(behaviour);
            Outcome outcome = send(gateway);
            assertTrue(outcome instanceof Outcome.Unknown, outcome.toString());
            assertEquals(2, carrier.requests());
        }
    }

    private static Outcome send(Gateway gateway) {
        return gateway.send(Accounts.batch("hello")).get(0);
    }
}
