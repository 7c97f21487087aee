package org.dariro.gateways.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.testkit.Calls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page and the people with curl see. */
class PageWireTest {
    private Simulated simulated;

    @BeforeEach
    void open() throws Exception {
        simulated = new Simulated(Map.of("KEEP", "3", "PHONES", "+263771000001 Thandi M,+263771000002"));
    }

    @AfterEach
    void close() {
        simulated.close();
    }

    @Test
    void aPhoneListsWhatItReceivedOldestFirst() {
        simulated.send("one", Simulated.THANDI, Simulated.RUDO);
        simulated.send("two €", Simulated.THANDI);
        JsonNode phone = json(simulated.get("phones", "+263771000001", ""));
        assertEquals("+263771000001", phone.path("msisdn").asText());
        assertEquals(List.of("one", "two €"), texts(phone));
        JsonNode first = phone.path("messages").get(0);
        assertEquals("+263770000000", first.path("from").asText());
        assertEquals("+263771000001", first.path("to").asText());
        assertEquals("2026-03-02T09:00:00Z", first.path("at").asText());
        assertEquals(1, first.path("segments").asInt());
        assertEquals("parcel-1", first.path("reference").asText());
        assertFalse(first.path("id").asText().isEmpty());
    }

    @Test
    void aNumberMayBeWrittenThreeWaysInAnAddress() {
        simulated.send("one", Simulated.THANDI);
        for (String written : List.of("+263771000001", "%2B263771000001", "263771000001")) {
            assertEquals(List.of("one"), texts(json(simulated.get("phones", written, ""))), written);
        }
        assertEquals(404, simulated.get("phones", "nobody", "").status());
        assertEquals(List.of(), texts(json(simulated.get("phones", "+263771999999", ""))));
    }

    @Test
    void onlyTheNewestMessagesAreKept() {
        for (String text : List.of("1", "2", "3", "4", "5")) {
            simulated.send(text, Simulated.THANDI);
        }
        assertEquals(List.of("3", "4", "5"), texts(json(simulated.get("phones", Simulated.THANDI, ""))));
    }

    @Test
    void allPhonesAreListedWithTheirCountsAndForgottenOnDemand() {
        simulated.send("one", Simulated.THANDI, Simulated.RUDO);
        simulated.send("two", Simulated.RUDO);
        JsonNode list = json(simulated.get("phones", "", ""));
        assertEquals(2, list.path("requests").asInt());
        assertEquals(2, list.path("phones").get(1).path("messages").asInt());
        assertEquals(
                0,
                json(simulated.call("phones", Calls.of("DELETE", "", "")))
                        .path("phones")
                        .size());
    }

    @Test
    void theInboxAnswersAtOnceWithWhatIsNew() {
        simulated.send("one", Simulated.THANDI);
        JsonNode first = json(simulated.get("inbox", "", "since=0&wait=25&phones=%2B263771000001,%2B263771000002"));
        assertEquals(List.of("one"), texts(first));
        simulated.send("two", Simulated.RUDO);
        String next = first.path("next").asText();
        JsonNode second = json(simulated.get("inbox", "", "since=" + next + "&phones=263771000001,263771000002"));
        assertEquals(List.of("two"), texts(second));
        assertEquals(first.path("run"), second.path("run"));
    }

    @Test
    void aWaitingInboxWakesWhenATextComesAndNotForOthers() throws Exception {
        CompletableFuture<HttpAnswer> waiting = CompletableFuture.supplyAsync(
                () -> simulated.get("inbox", "", "since=0&wait=20&phones=%2B263771000001"));
        simulated.send("not for her", Simulated.RUDO);
        simulated.send("for her", Simulated.THANDI);
        assertEquals(List.of("for her"), texts(json(waiting.get(10, TimeUnit.SECONDS))));
    }

    @Test
    void aWaitingInboxWakesWhenAllIsForgotten() throws Exception {
        CompletableFuture<HttpAnswer> waiting = CompletableFuture.supplyAsync(
                () -> simulated.get("inbox", "", "since=0&wait=25&phones=%2B263771000001"));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!waiting.isDone() && System.nanoTime() < deadline) {
            simulated.call("phones", Calls.of("DELETE", "", ""));
        }
        assertEquals(List.of(), texts(json(waiting.get(0, TimeUnit.SECONDS))));
    }

    @Test
    void badQuestionsAreToldWhatIsWrong() {
        assertEquals(
                400, simulated.get("inbox", "", "since=x&phones=263771000001").status());
        assertEquals(
                400, simulated.get("inbox", "", "wait=26&phones=263771000001").status());
        assertEquals(400, simulated.get("inbox", "", "phones=home").status());
        assertEquals(400, simulated.get("inbox", "", "").status());
        assertEquals(405, simulated.call("phones", Calls.of("POST", "", "")).status());
        assertEquals(400, simulated.call("sms", Calls.of("GET", "", "")).status());
    }

    @Test
    void theSetupComesFromTheSettings() {
        JsonNode setup = json(simulated.get("setup", "", ""));
        assertEquals("*384#", setup.path("serviceCode").asText());
        assertEquals("+263770000000", setup.path("line").asText());
        assertEquals("Thandi M", setup.path("phones").get(0).path("name").asText());
        assertEquals(2, setup.path("phones").size());
    }

    @Test
    void aTextWithoutAnIdGetsOneAndAForgottenPlusIsForgiven() {
        HttpAnswer first = post("sms", "from=+263771000001&to=+263770000000&text=hi");
        HttpAnswer second = post("sms", "from=+263771000001&to=+263770000000&text=hi");
        assertEquals("+263771000001", simulated.inlets.texts().get(0).from());
        assertEquals(
                simulated.inlets.texts().get(0).carrierId(),
                json(first).path("id").asText());
        assertFalse(first.body().equals(second.body()));
    }

    @Test
    void ussdSpeaksAfricasTalkingToo() {
        HttpAnswer answer = post("ussd", "sessionId=s1&phoneNumber=%2B263771000001&serviceCode=*384%23&text=1*2");
        assertEquals("CON Welcome", answer.body());
        assertEquals("1*2", simulated.inlets.hops().get(0).text());
        assertEquals("*384#", simulated.inlets.hops().get(0).serviceCode());
    }

    @Test
    void manyTextsToOnePhoneAreAllSeenByAPollingPage() throws Exception {
        int count = 2_000;
        try (Simulated busy = new Simulated(Map.of("KEEP", "5000"))) {
            var sender = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < count; i++) {
                    busy.send("text " + i, Simulated.THANDI, Simulated.RUDO);
                }
            });
            List<String> seen = new ArrayList<>();
            long since = 0;
            while (seen.size() < 2 * count) {
                JsonNode answer = json(busy.get(
                        "inbox",
                        "",
                        "since=" + since + "&wait=5&phones=" + Simulated.THANDI.substring(1) + ","
                                + Simulated.RUDO.substring(1)));
                seen.addAll(texts(answer));
                assertTrue(answer.path("next").asLong() > since, "waited for nothing");
                since = answer.path("next").asLong();
            }
            sender.get(10, TimeUnit.SECONDS);
            assertEquals(2 * count, seen.size());
            assertEquals(count, seen.stream().distinct().count());
        }
    }

    private HttpAnswer post(String path, String form) {
        return simulated.call(path, Calls.post(form.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpAnswer answer) {
        try {
            assertEquals(200, answer.status(), answer.body());
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        answer.path("messages")
                .forEach(message -> texts.add(message.path("text").asText()));
        return texts;
    }
}
