package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;

/**
 * A plain HTTP carrier: {@code POST <base>/batches} with {@code {"sender","text","recipients":[{"to","reference"}]}},
 * answered by {@code {"outcomes":[{"id"} or {"error"}]}}; {@code GET <base>/messages/<reference>} says what became of one.
 */
final class RemoteCarrier implements Carrier {
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(1);

    private final String account;
    private final String path;
    private final KeepAliveHttp http;

    RemoteCarrier(String account, URI baseUrl, SimulatorSettings settings) {
        this.account = account;
        this.path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
        this.http = new KeepAliveHttp(baseUrl, settings.timeoutMs(), settings.connections());
    }

    @Override
    public List<Outcome> send(Batch batch) {
        KeepAliveHttp.Answer answer;
        try {
            answer = http.call("POST", path + "/batches", body(batch));
        } catch (KeepAliveHttp.NotSent e) {
            return all(batch, new Outcome.RetryLater("NO_CONNECTION"));
        } catch (IOException e) {
            return all(batch, new Outcome.Unknown("NO_ANSWER"));
        }
        if (answer.status() == 429) {
            return all(batch, new Outcome.Throttled("429", DEFAULT_PAUSE));
        } else if (answer.status() >= 400 && answer.status() < 500) {
            return all(batch, new Outcome.Refused(String.valueOf(answer.status())));
        } else if (answer.status() != 200) {
            return all(batch, new Outcome.Unknown(String.valueOf(answer.status())));
        }
        return outcomes(batch, answer.body());
    }

    @Override
    public Optional<LookUp> lookUp(Recipient recipient) {
        try {
            String reference = URLEncoder.encode(recipient.reference(), StandardCharsets.UTF_8);
            KeepAliveHttp.Answer answer = http.call("GET", path + "/messages/" + reference, new byte[0]);
            if (answer.status() == 404) {
                return Optional.of(new LookUp.NotFound());
            }
            JsonNode json = answer.status() == 200 ? Json.read(answer.body()) : Json.object();
            return json.path("id").isTextual() ? Optional.of(found(json, recipient)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private LookUp found(JsonNode json, Recipient recipient) {
        Status status =
                switch (json.path("status").asText("")) {
                    case "delivered" -> Status.DELIVERED;
                    case "failed" -> Status.FAILED;
                    default -> Status.ON_ITS_WAY;
                };
        return new LookUp.Found(new DeliveryReport(
                account,
                json.path("id").asText(),
                Optional.of(recipient.reference()),
                status,
                Optional.empty(),
                Optional.empty()));
    }

    private static byte[] body(Batch batch) {
        ObjectNode json = Json.object().put("sender", batch.sender()).put("text", batch.text());
        var recipients = json.putArray("recipients");
        for (Recipient recipient : batch.recipients()) {
            recipients.addObject().put("to", recipient.number().e164()).put("reference", recipient.reference());
        }
        return Json.text(json).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Outcome> outcomes(Batch batch, byte[] body) {
        try {
            JsonNode list = Json.read(body).path("outcomes");
            if (list.size() == batch.recipients().size()) {
                List<Outcome> outcomes = new ArrayList<>(list.size());
                list.forEach(entry -> outcomes.add(outcome(entry)));
                return outcomes;
            }
        } catch (IOException e) {
            // said below
        }
        return all(batch, new Outcome.Unknown("UNREADABLE"));
    }

    private static Outcome outcome(JsonNode entry) {
        JsonNode id = entry.path("id");
        if (id.isTextual() && !id.textValue().isEmpty()) {
            return new Outcome.Accepted(List.of(id.textValue()), Optional.empty());
        }
        return switch (entry.path("error").asText("")) {
            case "opted_out" -> new Outcome.OptedOut("OPTED_OUT");
            case "throttled" -> new Outcome.Throttled("THROTTLED", DEFAULT_PAUSE);
            case "retry_later" -> new Outcome.RetryLater("RETRY_LATER");
            case "refused" -> new Outcome.Refused("REFUSED");
            default -> new Outcome.Unknown("UNREADABLE");
        };
    }

    private static List<Outcome> all(Batch batch, Outcome outcome) {
        return Collections.nCopies(batch.recipients().size(), outcome);
    }
}
