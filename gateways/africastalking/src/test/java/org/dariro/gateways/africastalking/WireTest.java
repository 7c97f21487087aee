package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our requests are those of Africa's Talking's own SDKs, as they were recorded. */
class WireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void close() {
        recorder.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms-send-single", "sms-send-bulk", "sms-send-unicode"})
    void aFormIsTheJavaSdksByteForByte(String capture) throws Exception {
        JsonNode exchange = exchange("java-sdk", capture);
        HttpCall call = replay(exchange);
        assertEquals(exchange.path("rawBody").asText(), call.text());
        for (String header : List.of("accept", "content-type")) {
            assertEquals(
                    exchange.path("headers").path(header).asText(),
                    call.header(header).orElse(""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms-send-single",
                "sms-send-sender",
                "sms-send-bulk",
                "sms-send-enqueue-off",
                "sms-send-unicode",
                "sandbox-sms-send-single"
            })
    void aFormHasTheFieldsOfTheNodeSdk(String capture) throws Exception {
        JsonNode exchange = exchange("node-sdk", capture);
        HttpCall call = replay(exchange);
        Map<String, List<String>> fields = new TreeMap<>();
        exchange.path("fields")
                .forEach(field ->
                        fields.put(field.get(0).asText(), List.of(field.get(1).asText())));
        assertEquals(fields, new TreeMap<>(call.form()));
    }

    @Test
    void theBalanceIsAskedAsTheSdkAsks() throws Exception {
        JsonNode exchange = exchange("node-sdk", "application-data");
        try (Called called = new Called(recorder.settings())) {
            assertEquals(Optional.empty(), called.gateway.balance());
        }
        HttpCall call = recorder.calls.get(0);
        assertEquals(exchange.path("method").asText(), call.method());
        assertEquals(exchange.path("path").asText(), "/" + call.rest() + "?" + call.query());
        assertEquals("key", call.header("apikey").orElse(""));
    }

    @Test
    void theBulkEndpointTakesOneJsonForAll() throws Exception {
        Map<String, String> settings = new HashMap<>(recorder.settings());
        settings.putAll(Map.of("SEND_PATH", "/version1/messaging/bulk", "ENQUEUE", "true"));
        send(settings, "20880", "Hi \"you\" \u2665", List.of("+254711000001", "+254733000002"));
        HttpCall call = recorder.calls.get(0);
        assertEquals("version1/messaging/bulk", call.rest());
        assertEquals("application/json", call.header("content-type").orElse(""));
        assertEquals(
                JSON.readTree("{\"username\":\"kituser\",\"message\":\"Hi \\\"you\\\" \u2665\",\"senderId\":\"20880\","
                        + "\"phoneNumbers\":[\"+254711000001\",\"+254733000002\"],\"enqueue\":1}"),
                JSON.readTree(call.body()));
    }

    @Test
    void fiveHundredRecipientsAreOneRequest() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            numbers.add("+2547%08d".formatted(i));
        }
        send(recorder.settings(), "20880", "hello", numbers);
        assertEquals(1, recorder.calls.size());
        assertEquals(
                String.join(",", numbers),
                HttpCall.required(recorder.calls.get(0).form(), "to"));
    }

    /** Sends what the capture shows, and gives the request it became. */
    private HttpCall replay(JsonNode exchange) throws Exception {
        Map<String, String> fields = new HashMap<>();
        exchange.path("fields")
                .forEach(field -> fields.put(field.get(0).asText(), field.get(1).asText()));
        Map<String, String> settings = new HashMap<>(recorder.settings());
        settings.put("USERNAME", fields.get("username"));
        settings.put("SHARED_SENDER", String.valueOf(!fields.containsKey("from")));
        settings.put("ENQUEUE", fields.getOrDefault("enqueue", ""));
        send(
                settings,
                fields.getOrDefault("from", "20880"),
                fields.get("message"),
                List.of(fields.get("to").split(",")));
        HttpCall call = recorder.calls.get(0);
        assertEquals(exchange.path("method").asText(), call.method());
        assertEquals(exchange.path("path").asText(), "/" + call.rest());
        assertEquals("key", call.header("apikey").orElse(""));
        return call;
    }

    private static void send(Map<String, String> settings, String from, String text, List<String> to) throws Exception {
        List<Recipient> recipients = to.stream()
                .map(number -> new Recipient(Msisdn.of(number), "parcel"))
                .toList();
        try (Called called = new Called(settings)) {
            assertInstanceOf(
                    Outcome.Unknown.class,
                    called.gateway.send(new Batch(from, text, recipients)).get(0));
        }
    }

    private static JsonNode exchange(String sdk, String capture) throws IOException {
        try (InputStream in = WireTest.class.getResourceAsStream("/captures/" + sdk + "/" + capture + ".json")) {
            return JSON.readTree(in).path("exchanges").path(0);
        }
    }

    /** Keeps what came, and says nothing that could be read. */
    private static final class Recorder extends FakeHttpCarrier {
        private final List<HttpCall> calls = new CopyOnWriteArrayList<>();

        @Override
        protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
            calls.add(call);
            return HttpAnswer.ok("");
        }
    }
}
