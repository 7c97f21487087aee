package org.dariro.gateways.testkit.africastalking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.dariro.gateways.testkit.Reports;

/**
 * Africa's Talking: the form and the bulk endpoint, the balance, and the forms that it posts to the service. Its answers
 * name the recipients in the reverse order of the request, because no order is promised.
 */
public final class FakeAfricasTalking extends FakeHttpCarrier implements CallingCarrier {
    /** What stands in the addresses that it calls, as {@code SECRET} of {@link #settings}. */
    public static final String SECRET = "9f0c1d2e3b4a59687786a5b4c3d2e1f0";

    /** The app's name. */
    public static final String USERNAME = "circles";

    private static final String API_KEY = "atsk_0123456789abcdef";
    private static final BigDecimal PRICE = new BigDecimal("0.8000");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong ids = new AtomicLong();
    private final AfricasTalkingCalls calls = new AfricasTalkingCalls(SECRET);

    /** A request to send, of either endpoint. */
    private record Order(String username, String text, List<String> numbers) {}

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(super.settings());
        settings.putAll(Map.of("USERNAME", USERNAME, "API_KEY", API_KEY, "SECRET", SECRET));
        return settings;
    }

    @Override
    protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
        if (!call.header("apikey").orElse("").equals(API_KEY)) {
            return HttpAnswer.error(401, "The supplied authentication is invalid");
        }
        return switch (call.method() + " " + call.rest()) {
            case "POST version1/messaging" -> sent(form(call.form()), behaviour);
            case "POST version1/messaging/bulk" -> sent(json(call.body()), behaviour);
            case "GET version1/user" -> balance(call);
            default -> HttpAnswer.error(404, "Not found");
        };
    }

    private HttpAnswer sent(Order order, Behaviour behaviour) {
        if (!order.username().equals(USERNAME)) {
            return HttpAnswer.error(401, "The supplied authentication is invalid");
        } else if (behaviour == Behaviour.THROTTLE) {
            return HttpAnswer.error(429, "Too many requests");
        } else if (behaviour == Behaviour.REFUSE) {
            return created("InvalidSenderId", JSON.createArrayNode());
        }
        ArrayNode recipients = JSON.createArrayNode();
        int taken = 0;
        for (String number : order.numbers()) {
            ObjectNode entry = recipient(number, order.text());
            taken += entry.path("statusCode").asInt() == 101 ? 1 : 0;
            recipients.insert(0, entry);
        }
        BigDecimal total = PRICE.multiply(BigDecimal.valueOf(taken));
        return created(
                "Sent to " + taken + "/" + order.numbers().size() + " Total Cost: "
                        + (taken == 0 ? "0" : "KES " + total),
                recipients);
    }

    private ObjectNode recipient(String number, String text) {
        Msisdn to = Msisdn.parse(number).orElse(null);
        if (to == null) {
            return refused(number, 403, "InvalidPhoneNumber");
        } else if (hasOptedOut(to)) {
            return refused(number, 406, "UserInBlacklist");
        }
        String id = "ATXid_%032x".formatted(ids.incrementAndGet());
        take(new Taken(to, text, List.of(id), ""));
        afterAnswer(calls.reportOn(id, number));
        return JSON.createObjectNode()
                .put("statusCode", 101)
                .put("number", number)
                .put("status", "Success")
                .put("cost", "KES " + PRICE)
                .put("messageId", id);
    }

    private static ObjectNode refused(String number, int code, String word) {
        return JSON.createObjectNode()
                .put("statusCode", code)
                .put("number", number)
                .put("status", word)
                .put("cost", "0")
                .put("messageId", "None");
    }

    private static HttpAnswer created(String message, ArrayNode recipients) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("SMSMessageData").put("Message", message).set("Recipients", recipients);
        return new HttpAnswer(201, "application/json", json.toString());
    }

    private static HttpAnswer balance(HttpCall call) {
        if (!HttpCall.required(call.queryFields(), "username").equals(USERNAME)) {
            return HttpAnswer.error(401, "The supplied authentication is invalid");
        }
        return HttpAnswer.json("{\"UserData\":{\"balance\":\"KES 1785.5000\"}}");
    }

    private static Order form(Map<String, List<String>> form) {
        return new Order(
                HttpCall.required(form, "username"),
                HttpCall.required(form, "message"),
                List.of(HttpCall.required(form, "to").split(",")));
    }

    private static Order json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            List<String> numbers = JSON.convertValue(
                    json.path("phoneNumbers"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
            return new Order(
                    json.path("username").asText(), json.path("message").asText(), numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void callsAt(String publicUrl, String account) {
        calls.at(publicUrl, account);
    }

    @Override
    public void reports(Reports how) {
        calls.reports(how);
    }

    @Override
    public void report(String carrierId, Status status) {
        Msisdn to = taken().stream()
                .filter(message -> message.ids().contains(carrierId))
                .findFirst()
                .orElseThrow()
                .to();
        calls.report(carrierId, to.e164(), status);
    }

    @Override
    public boolean text(String id, String from, String to, String text) {
        return calls.text(id, from, to, text);
    }

    /** What it calls besides texts and reports: opt-outs and USSD. */
    public AfricasTalkingCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        calls.close();
        super.close();
    }
}
