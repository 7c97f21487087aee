package org.dariro.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The service in the container as programs with a token and carriers reach it. Browser tests set up by it what they look at. */
final class Server {
    /** The simulator's line. */
    static final String LINE = "+263770000000";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Server(URL base) {
        address = base.toString().replaceAll("/$", "");
    }

    /** An address of it. */
    String at(String path) {
        return address + path;
    }

    /** What the API answers, as text. */
    String call(String method, String path, String body) {
        return call(method, path, "application/json", body);
    }

    /** What the API answers to a table. */
    String table(String path, String csv) {
        return call("POST", path, "text/csv", csv);
    }

    private String call(String method, String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(at(path)))
                        .header("Authorization", "Bearer " + ApiIT.TOKEN)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    /** What the API answers. */
    JsonNode json(String method, String path, String body) {
        return read(call(method, path, body));
    }

    static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of the simulator's line, which is made if it is not there. */
    long line() {
        call("POST", "/api/v1/lines", "{\"account\":\"sim\",\"address\":\"" + LINE + "\",\"serviceCode\":\"*384#\"}");
        for (JsonNode line : json("GET", "/api/v1/lines", "").get("items")) {
            if (line.get("address").asText().equals(LINE)) {
                return line.get("id").asLong();
            }
        }
        throw new IllegalStateException("The simulator has no line");
    }

    /** A fresh group; its join code is its name. */
    long group(String name) {
        JsonNode made = json(
                "POST",
                "/api/v1/groups",
                "{\"name\":\"" + name + "\",\"code\":\"" + name + "\",\"country\":\"ZW\",\"line\":" + line() + "}");
        if (!made.path("name").asText().equals(name)) {
            throw new IllegalStateException("There is no group: " + made);
        }
        return made.get("id").asLong();
    }

    /** A mentor's voice in a group. */
    void mentor(long group, String nickname) {
        call("POST", "/api/v1/groups/" + group + "/members", "{\"nickname\":\"" + nickname + "\",\"role\":\"mentor\"}");
    }

    /** Somebody who takes part in a group. */
    void member(long group, String number, String nickname) {
        call(
                "POST",
                "/api/v1/groups/" + group + "/members",
                "{\"number\":\"" + number + "\",\"nickname\":\"" + nickname
                        + "\",\"consent\":\"in-person\",\"note\":\"Clinic\"}");
    }

    /** The gravest alert of a group. */
    String alert(long group) {
        JsonNode found = json("GET", "/api/v1/alerts?group=" + group, "").get("items");
        if (found.isEmpty()) {
            throw new IllegalStateException("There is no alert");
        }
        return found.get(0).get("id").asText();
    }

    /** What the clock of the service said when the last post of a group was written; under test it stands still. */
    Instant now(long group) {
        JsonNode posts =
                json("GET", "/api/v1/groups/" + group + "/posts?limit=200", "").get("items");
        return Instant.parse(posts.get(posts.size() - 1).get("writtenAt").asText());
    }

    /**
     * A text from a phone to the simulator's line.
     *
     * @param id the carrier's; the same one again is the same text
     * @return the status that the carrier is answered with
     */
    int text(String number, String id, String words) {
        String form =
                "from=" + encoded(number) + "&to=" + encoded(LINE) + "&id=" + encoded(id) + "&text=" + encoded(words);
        return send(HttpRequest.newBuilder(URI.create(at("/gateways/sim/sms")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build())
                .statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
