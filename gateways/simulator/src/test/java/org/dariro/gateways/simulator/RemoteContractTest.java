package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.FakeHttpCarrier;

/** The simulator with a carrier behind HTTP keeps the contract. */
class RemoteContractTest extends SimulatorContract {

    @Override
    protected FakeCarrier openCarrier() {
        return new RemoteFake();
    }

    @Override
    protected Map<String, String> deviations() {
        return Map.of("aForgedCallIsRefused", OPEN);
    }

    private static final class RemoteFake extends FakeHttpCarrier {
        private final AtomicInteger ids = new AtomicInteger();

        @Override
        protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
            if (call.method().equals("GET")) {
                return lookUp(call.rest().substring("messages/".length()));
            } else if (behaviour == Behaviour.THROTTLE) {
                return HttpAnswer.error(429, "Too fast");
            }
            var json = Json.object();
            var outcomes = json.putArray("outcomes");
            JsonNode batch = json(call);
            for (JsonNode recipient : batch.path("recipients")) {
                Msisdn to = Msisdn.of(recipient.path("to").asText());
                if (hasOptedOut(to)) {
                    outcomes.addObject().put("error", "opted_out");
                } else if (behaviour == Behaviour.REFUSE) {
                    outcomes.addObject().put("error", "refused");
                } else {
                    String id = "r-" + ids.incrementAndGet();
                    String text = batch.path("text").asText();
                    take(new Taken(
                            to, text, List.of(id), recipient.path("reference").asText()));
                    outcomes.addObject().put("id", id);
                }
            }
            return HttpAnswer.json(Json.text(json));
        }

        private HttpAnswer lookUp(String reference) {
            Optional<Taken> found = taken().stream()
                    .filter(message -> message.reference().equals(reference))
                    .findFirst();
            return found.map(message -> HttpAnswer.json(Json.text(
                            Json.object().put("id", message.ids().get(0)).put("status", "delivered"))))
                    .orElse(HttpAnswer.error(404, "Never taken"));
        }

        private static JsonNode json(HttpCall call) {
            try {
                return Json.read(call.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
