package org.dariro.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A service in which every page has something to show: two groups, one with posts, a post that is held, alerts, a budget that
 * is used up and a rota, one with nothing at all; and what belongs to no group.
 */
final class FilledConsole {
    /** The group with everything in it. */
    final long group;
    /** The group without anything. */
    final long bare;
    /** The critical alert of the group. */
    final String alert;

    private static final String PLUM = "+263775000001";
    private static final String LONG = "Yesterday I walked to the clinic and back, and it did me good. ".repeat(7);
    private final Server server;
    private final Map<String, String> values;

    FilledConsole(Server server) {
        this.server = server;
        group = server.group("LOOK");
        bare = server.group("LOOKBARE");
        server.mentor(group, "Hazel");
        server.mentor(group, "Rowan");
        server.member(group, PLUM, "Plum");
        server.member(group, "+263775000002", "Quince");
        prices();
        conversation();
        budget();
        alert = alertOf("I am going to kill myself tonight");
        records();
        programme();
        values = Map.ofEntries(
                Map.entry("group", String.valueOf(group)),
                Map.entry("alert", alert),
                Map.entry("post", "1"),
                Map.entry("place", String.valueOf(place())),
                Map.entry("language", "en"),
                Map.entry("file", "suicide"),
                Map.entry("invoice", String.valueOf(invoice())),
                Map.entry("study", String.valueOf(study())),
                Map.entry(
                        "staff",
                        String.valueOf(made(
                                "staff",
                                "{\"name\":\"Willow\",\"role\":\"mentor\",\"number\":\"+263775000019\",\"language\":\"en\","
                                        + "\"zone\":\"Africa/Harare\",\"groups\":[{\"group\":" + group
                                        + ",\"turn\":7}]}"))),
                Map.entry("webhook", String.valueOf(webhook())));
    }

    /** What stands for the names in routes, but for those of people who sign in. */
    Map<String, String> values() {
        return values;
    }

    /** What the API answers to a call that it takes. */
    private JsonNode done(String method, String path, String body) {
        JsonNode answer = server.json(method, "/api/v1/" + path, body);
        if (answer.path("type").asText().startsWith("urn:dariro:problem")) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer;
    }

    private long made(String path, String body) {
        return done("POST", path, body).get("id").asLong();
    }

    private void prices() {
        server.table(
                "/api/v1/prices",
                "line,country,network,price,currency,valid-from,source\n" + server.line()
                        + ",ZW,,0.02,USD,2026-01-01,test\n");
    }

    /** One that the next post uses up. */
    private void budget() {
        done(
                "PUT",
                "groups/" + group + "/budget",
                "{\"amount\":\"0.06\",\"currency\":\"USD\",\"until\":\"2099-12-31\"}");
        server.text(PLUM, "look-5", "Thank you for listening");
    }

    private void conversation() {
        server.text(PLUM, "look-1", "Good evening, all. <b>Is anybody here?</b> \u00bfQu\u00e9 tal?");
        done("POST", "groups/" + group + "/posts", "{\"as\":\"Hazel\",\"text\":\"Good evening, Plum. I am here.\"}");
        server.text("+263775000002", "look-2", LONG);
        server.text("+263775000002", "look-3", "My husband beat me again last night");
        server.text(PLUM, "look-4", "I am going to kill myself tonight");
        done(
                "POST",
                "groups/" + group + "/members/" + place() + "/messages",
                "{\"as\":\"Hazel\",\"text\":\"I am here for you alone, too\"}");
    }

    private long place() {
        for (JsonNode one :
                server.json("GET", "/api/v1/groups/" + group + "/members", "").get("items")) {
            if (one.path("nickname").asText().equals("Plum")) {
                return one.get("id").asLong();
            }
        }
        throw new IllegalStateException("There is no Plum");
    }

    private String alertOf(String text) {
        for (JsonNode one : server.json("GET", "/api/v1/alerts?limit=200&group=" + group, "")
                .get("items")) {
            if (one.path("text").asText().equals(text)) {
                return one.get("id").asText();
            }
        }
        throw new IllegalStateException("There is no alert");
    }

    private void records() {
        String member = "groups/" + group + "/members/" + place();
        done("POST", member + "/notes", "{\"text\":\"Her sister lives near by\"}");
        done("PUT", member + "/guardian", "{\"name\":\"Mrs Moyo\",\"relation\":\"aunt\",\"note\":\"Form 12\"}");
        done("POST", "alerts/" + alert + "/notes", "{\"note\":\"Called her sister\"}");
        done("POST", "lexicons/tests", "{\"language\":\"en\",\"text\":\"The match killed me, I laughed so much\"}");
        done(
                "POST",
                "tokens",
                "{\"name\":\"Look\",\"roles\":[\"mentor\"],\"scopes\":[\"groups:read\"],\"lastDay\":\"2099-12-31\"}");
    }

    /** What the clock of the service says; under test it stands still. */
    Instant now() {
        return server.now(group);
    }

    private void programme() {
        LocalDate day = LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(10);
        for (String weekly : new String[] {"true", "false"}) {
            done(
                    "POST",
                    "scheduled",
                    "{\"groups\":[" + group + "],\"text\":\"How was your week?\",\"at\":\"" + day
                            + "T09:00\",\"weekly\":" + weekly + "}");
        }
        done(
                "POST",
                "groups/" + group + "/guests",
                "{\"guest\":\"Moyo\",\"begins\":\"" + day + "T18:00\",\"ends\":\"" + day + "T19:00\"}");
        String hours = "\"days\":[\"mon\",\"tue\"],\"from\":\"08:00\",\"to\":\"17:00\",\"zone\":\"Africa/Harare\"";
        long staff = made(
                "staff",
                "{\"name\":\"Look Rowan\",\"number\":\"+263775000009\",\"zone\":\"Africa/Harare\",\"groups\":[{\"group\":"
                        + group + ",\"as\":\"Rowan\"}]}");
        done(
                "PUT",
                "groups/" + group + "/wellbeing",
                "{\"asks\":true,\"weekday\":\"wednesday\",\"hour\":17,\"everyWeeks\":1,\"items\":[\"general\",\"supported\"]}");
        done("PUT", "groups/" + group + "/rota/cover", "{\"hours\":[{" + hours + "}]}");
        done("PUT", "groups/" + group + "/rota", "{\"hours\":[{\"staff\":" + staff + "," + hours + "}]}");
    }

    private long invoice() {
        return Server.read(server.table("/api/v1/spend/invoices?account=sim&number=LOOK-1", """
                        carrier id,date,amount,currency,segments
                        nobody-1,2026-03-02,0.02,USD,1
                        nobody-1,2026-03-02,0.02,USD,1
                        """))
                .at("/invoice/id")
                .asLong();
    }

    private long study() {
        LocalDate day = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        return made(
                "studies",
                "{\"name\":\"Look\",\"from\":\"" + day + "\",\"to\":\"" + day.plusDays(7) + "\",\"groups\":[{\"group\":"
                        + group + ",\"arm\":\"intervention\"},{\"group\":" + bare + ",\"arm\":\"control\"}]}");
    }

    private long webhook() {
        long hook = made("webhooks", "{\"url\":\"https://hooks.invalid/dariro\",\"events\":[\"alert.raised\"]}");
        done("POST", "webhooks/" + hook + "/test", "");
        done("PATCH", "webhooks/" + hook, "{\"on\":false}"); // no later test is to wait for a system that is not there
        return hook;
    }
}
