package org.dariro.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.UssdReply;

/** The service in Payara Micro on PostgreSQL: phones text and dial over HTTP, and are read over HTTP. */
final class ContainerStage extends ServiceStage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String gateways;
    private final Map<String, Long> next = new HashMap<>();

    /** How many messages each phone had when it was last looked at: phones of earlier transcripts are not read again. They are never cleared here. */
    private final Map<String, Long> seen = new HashMap<>();

    ContainerStage(Parts parts, HandClock clock, String base) {
        super(parts, clock);
        this.base = base;
        gateways = base.replaceAll("/+$", "") + "/gateways/";
    }

    @Override
    public Planner calendar() {
        return new ApiCalendar(parts, base);
    }

    @Override
    void clearPhones() {
        received(); // kept on the phones, because a carrier remembers what it took
    }

    @Override
    public void text(Sent text) {
        call(
                "POST",
                account(text.to()) + "/sms",
                form("id", text.id(), "from", text.from(), "to", text.to(), "text", text.text()));
    }

    @Override
    public UssdReply dial(String session, String phone, String code, String typed) {
        String screen =
                call("POST", ACCOUNT + "/ussd", form("session", session, "from", phone, "to", code, "text", typed));
        return new UssdReply(screen.substring("CON ".length()), screen.startsWith("CON "));
    }

    @Override
    public void carrier(String line, Map<String, Object> conditions) {
        Map<String, Object> all = new HashMap<>(conditions);
        all.put("receipts", false); // a transcript names each
        try {
            call("PUT", account(line) + "/conditions", JSON.writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void report(String phone, String status, String cost) {
        String reference = "none";
        for (JsonNode message : messages(ACCOUNT, phone)) {
            reference = message.get("reference").asText();
        }
        call(
                "POST",
                ACCOUNT + "/receipts",
                form("id", "report-" + reference, "reference", reference, "status", status, "cost", cost));
    }

    @Override
    public List<Received> received() {
        List<JsonNode> fresh = new ArrayList<>();
        for (String account : List.of(ACCOUNT, OTHER_ACCOUNT)) {
            fresh.addAll(fresh(account));
        }
        fresh.sort(Comparator.comparing(message -> message.get("at").asText())); // those of an account stay in order
        return fresh.stream()
                .map(message -> new Received(
                        message.get("to").asText(),
                        message.get("from").asText(),
                        message.get("text").asText()))
                .toList();
    }

    private List<JsonNode> fresh(String account) {
        List<JsonNode> fresh = new ArrayList<>();
        for (JsonNode phone : json(account + "/phones").get("phones")) {
            String msisdn = phone.get("msisdn").asText();
            Long count = phone.get("messages").asLong();
            if (!count.equals(seen.put(account + "/" + msisdn, count))) {
                messages(account, msisdn).forEach(fresh::add);
            }
        }
        fresh.removeIf(message -> message.get("number").asLong() <= next.getOrDefault(account, 0L));
        fresh.sort(Comparator.comparing(message -> message.get("number").asLong()));
        fresh.forEach(message -> next.put(account, message.get("number").asLong()));
        return fresh;
    }

    private JsonNode messages(String account, String phone) {
        return json(account + "/phones/" + URLEncoder.encode(phone, StandardCharsets.UTF_8))
                .get("messages");
    }

    private JsonNode json(String path) {
        try {
            return JSON.readTree(call("GET", path, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return form.toString();
    }

    /** Half a character goes on the wire as the bytes that a careless carrier would send. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints()
                .forEach(c -> encoded.append(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                                ? "%ED%A0%BD"
                                : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)));
        return encoded.toString();
    }

    private String call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateways + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}
}
