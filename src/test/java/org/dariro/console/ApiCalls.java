package org.dariro.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Calls of the API over HTTP, each with what every answer must keep to; and texts by the account {@code sim}. */
public abstract class ApiCalls {
    static final String CANARY = "canary-7731-never-repeated";
    static final ObjectMapper JSON = new ObjectMapper();

    /** What was answered so far. */
    final List<String> bodies = new ArrayList<>();

    final String base;
    final String token;
    final Runnable dueWork;
    /** HTTP/1.1, as most clients speak: on HTTP/2 the server may hang up after a body that it refused, and the next call with it. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Aims at a service.
     *
     * @param base its address: {@code http://localhost:8080}
     * @param token with all roles
     * @param dueWork does what is due, where the service does nothing by itself; else nothing
     */
    ApiCalls(String base, String token, Runnable dueWork) {
        this.base = base.replaceAll("/+$", "");
        this.token = token;
        this.dueWork = dueWork;
    }

    final HttpResponse<String> send(String method, String path, String type, String body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            call.header("Content-Type", type);
        }
        if (!bearer.isEmpty()) {
            call.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> answer = http.send(call.build(), HttpResponse.BodyHandlers.ofString());
        bodies.add(answer.body());
        return answer;
    }

    final JsonNode call(int status, String method, String path, String body) throws Exception {
        String type = body.isEmpty() ? "" : "application/json";
        return expect(status, send(method, "/api/v1" + path, type, body.replace('\'', '"'), token));
    }

    final JsonNode as(String bearer, int status, String path, String body) throws Exception {
        return expect(status, send("POST", "/api/v1" + path, "application/json", body.replace('\'', '"'), bearer));
    }

    static JsonNode expect(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        JsonNode json = JSON.readTree(answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status >= 400) {
            assertTrue(type.startsWith("application/problem+json"), type + " " + answer.body());
            assertEquals(status, json.path("status").asInt(), answer.body());
            assertFalse(json.path("title").asText().isEmpty(), answer.body());
            assertFalse(answer.body().contains(CANARY), answer.body());
        } else {
            assertTrue(type.startsWith("application/json"), type);
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        }
        return json;
    }

    final void text(String from, String text) throws Exception {
        String form = "from=" + encoded(from) + "&to=" + encoded("+263779990000") + "&text=" + encoded(text)
                + "&id=api-" + bodies.size() + "-" + System.nanoTime();
        assertEquals(
                200,
                send("POST", "/gateways/sim/sms", "application/x-www-form-urlencoded", form, "")
                        .statusCode());
        dueWork.run();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    final JsonNode find(String path, Predicate<JsonNode> wanted) throws Exception {
        String part = path;
        while (!part.isEmpty()) {
            JsonNode page = call(200, "GET", part, "");
            for (JsonNode item : page.path("items")) {
                if (wanted.test(item)) {
                    return item;
                }
            }
            String more = path + (path.contains("?") ? "&" : "?") + "after=";
            part = page.hasNonNull("next") ? more + page.path("next").asText() : "";
        }
        throw new AssertionError("not found in " + path);
    }

    /** A table for a spreadsheet. */
    final String table(String path) throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1" + path, "", "", token);
        assertEquals(200, answer.statusCode(), answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith("text/csv"), type);
        return answer.body();
    }
}
