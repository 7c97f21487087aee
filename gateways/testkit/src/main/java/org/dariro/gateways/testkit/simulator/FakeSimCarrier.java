package org.dariro.gateways.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.CarrierCaller;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.dariro.gateways.testkit.Reports;

/**
 * The carrier behind a simulator account with {@code BASE_URL}: takes {@code POST /batches}, is asked by {@code GET
 * /messages/<reference>}, and posts texts and receipts as plain forms.
 */
public final class FakeSimCarrier extends FakeHttpCarrier implements CallingCarrier {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, String> idByReference = new ConcurrentHashMap<>();
    private final Map<String, String> referenceById = new ConcurrentHashMap<>();
    private final CarrierCaller caller = new CarrierCaller();
    private volatile String account = "";

    @Override
    protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
        if (call.method().equals("GET")) {
            return lookUp(call.rest().substring("messages/".length()));
        } else if (behaviour == Behaviour.THROTTLE) {
            return HttpAnswer.error(429, "Too fast");
        }
        JsonNode batch = read(call.body());
        ObjectNode json = JSON.createObjectNode();
        ArrayNode outcomes = json.putArray("outcomes");
        for (JsonNode recipient : batch.path("recipients")) {
            Msisdn to = Msisdn.of(recipient.path("to").asText());
            if (hasOptedOut(to)) {
                outcomes.addObject().put("error", "opted_out");
            } else if (behaviour == Behaviour.REFUSE) {
                outcomes.addObject().put("error", "refused");
            } else {
                String reference = recipient.path("reference").asText();
                outcomes.addObject().put("id", taken(to, batch.path("text").asText(), reference));
            }
        }
        return HttpAnswer.json(json.toString());
    }

    private String taken(Msisdn to, String text, String reference) {
        String id = "r-" + ids.incrementAndGet();
        take(new Taken(to, text, List.of(id), reference));
        idByReference.put(reference, id);
        referenceById.put(id, reference);
        afterAnswer(caller.reportOn(status -> receipt(id, status)));
        return id;
    }

    private HttpAnswer lookUp(String reference) {
        String id = idByReference.get(URLDecoder.decode(reference, StandardCharsets.UTF_8));
        return id == null
                ? HttpAnswer.error(404, "Never taken")
                : HttpAnswer.json(JSON.createObjectNode()
                        .put("id", id)
                        .put("status", "delivered")
                        .toString());
    }

    private HttpRequest receipt(String id, Status status) {
        return CarrierCaller.form(
                        account + "/receipts",
                        Calls.form(
                                "id",
                                id,
                                "reference",
                                referenceById.getOrDefault(id, ""),
                                "status",
                                status.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void callsAt(String publicUrl, String id) {
        account = publicUrl + "/gateways/" + id;
    }

    @Override
    public void reports(Reports how) {
        caller.reports(how);
    }

    @Override
    public void report(String carrierId, Status status) {
        caller.untilTaken(List.of(receipt(carrierId, status)));
    }

    @Override
    public boolean text(String id, String from, String to, String text) {
        return caller.isTaken(
                CarrierCaller.form(account + "/sms", Calls.form("from", from, "to", to, "text", text, "id", id))
                        .build());
    }

    @Override
    public void close() {
        caller.close();
        super.close();
    }
}
