package org.dariro.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.group.Membership;

/** What is planned for groups, over the JSON API. */
final class ApiCalendar implements Planner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "it-token-0123456789";
    private final HttpClient http = HttpClient.newHttpClient();
    private final Parts parts;
    private final String api;

    ApiCalendar(Parts parts, String base) {
        this.parts = parts;
        api = base.replaceAll("/+$", "") + "/api/v1/";
    }

    private JsonNode call(String method, String path, Map<String, ?> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(write(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalArgumentException(
                        "refused: " + method + " " + path + " was answered with " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String write(Map<String, ?> body) throws JsonProcessingException {
        return body.isEmpty() ? "" : JSON.writeValueAsString(body);
    }

    private long group(String code) {
        return parts.database.inTransaction(
                tx -> parts.groups.byCode(tx, code).orElseThrow().id());
    }

    @Override
    public void schedule(List<String> groups, LocalDateTime at, boolean weekly, String as, String to, String text) {
        Map<String, Object> body = new HashMap<>();
        body.put("groups", groups.stream().map(this::group).toList());
        body.put("at", at.toString());
        body.put("weekly", weekly);
        body.put("text", text);
        if (!as.equals("programme")) {
            body.put("as", as);
        }
        if (!to.isEmpty()) {
            body.put(
                    "member", parts.database.inTransaction(tx -> parts.memberships.in(tx, group(groups.get(0))).stream()
                            .filter(place -> place.name().equals(to))
                            .findFirst()
                            .orElseThrow()
                            .id()));
        }
        call("POST", "scheduled", body);
    }

    private JsonNode open(String group) {
        return call("GET", "scheduled?group=" + group(group), Map.of()).get("items");
    }

    private String item(String group, int number) {
        return "scheduled/" + open(group).get(number - 1).get("id").asLong();
    }

    @Override
    public void change(String group, int number, LocalDateTime at, String text) {
        call("PATCH", item(group, number), Map.of("at", at.toString(), "text", text));
    }

    @Override
    public void cancel(String group, int number) {
        call("POST", item(group, number) + "/cancel", Map.of());
    }

    @Override
    public void sendNow(String group, int number) {
        call("POST", item(group, number) + "/send", Map.of());
    }

    @Override
    public void topics(String group, String plan, LocalDate start) {
        call("POST", "groups/" + group(group) + "/topics", Map.of("programme", plan, "from", start.toString()));
    }

    @Override
    public void guest(String group, String guest, LocalDateTime begins, LocalDateTime ends) {
        call(
                "POST",
                "groups/" + group(group) + "/guests",
                Map.of("guest", guest, "begins", begins.toString(), "ends", ends.toString()));
    }

    @Override
    public void endGuest(String group, String guest) {
        String path = "groups/" + group(group) + "/guests";
        for (JsonNode one : call("GET", path, Map.of()).get("items")) {
            boolean live =
                    List.of("planned", "told", "open").contains(one.get("state").asText());
            if (live && one.get("guest").asText().equals(guest)) {
                call("POST", path + "/" + one.get("id").asLong() + "/end", Map.of());
            }
        }
    }

    @Override
    public void wellbeing(String group, DayOfWeek weekday, int hour, int everyWeeks, List<String> items) {
        call(
                "PUT",
                "groups/" + group(group) + "/wellbeing",
                Map.of(
                        "asks",
                        true,
                        "weekday",
                        weekday.name().toLowerCase(Locale.ROOT),
                        "hour",
                        hour,
                        "everyWeeks",
                        everyWeeks,
                        "items",
                        items));
    }

    @Override
    public void counts(String group, int hour) {
        call("PUT", "groups/" + group(group) + "/attention/daily", Map.of("sends", true, "hour", hour));
    }

    @Override
    public void noCounts(String group) {
        call("PUT", "groups/" + group(group) + "/attention/daily", Map.of("sends", false));
    }

    @Override
    public void noWellbeing(String group) {
        call("PUT", "groups/" + group(group) + "/wellbeing", Map.of("asks", false));
    }

    @Override
    public String answers(String group) {
        List<String> answers = new ArrayList<>();
        for (Membership place : parts.database.inTransaction(tx -> parts.memberships.in(tx, group(group)))) {
            List<String> own = new ArrayList<>();
            for (JsonNode one : call("GET", "groups/" + group(group) + "/members/" + place.id() + "/answers", Map.of())
                    .get("items")) {
                own.add(
                        0, // the latest comes first
                        one.get("item").asText() + " " + one.get("value").asInt() + " "
                                + one.get("medium").asText());
            }
            if (!own.isEmpty()) {
                answers.add(place.name() + " " + String.join(", ", own));
            }
        }
        return answers.isEmpty() ? "nothing" : String.join("; ", answers);
    }

    @Override
    public String shown(String group) {
        List<String> shown = new ArrayList<>();
        for (JsonNode one : open(group)) {
            shown.add(Calendar.shown(
                    LocalDateTime.parse(one.get("at").asText()),
                    one.has("as") ? one.get("as").asText() : "programme",
                    one.get("state").asText(),
                    one.has("fault") ? one.get("fault").asText() : ""));
        }
        return shown.isEmpty() ? "nothing" : String.join("; ", shown);
    }
}
