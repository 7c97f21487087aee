package org.dariro.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** The office's part of the day: what was spent, the reports, lexicons, and other systems that are told. */
public final class ApiOffice extends ApiCalls {
    private final String group;

    /**
     * Goes on where the mentors' part ended.
     *
     * @param group the path of the group that texts went to
     */
    ApiOffice(ApiCalls day, String group) {
        super(day.base, day.token, day.dueWork);
        this.group = group;
    }

    /** Runs everything. */
    void all() throws Exception {
        whatWasSpentIsShown();
        theReportsAreShown();
        aStudyIsExportedAndItsKeyIsApart();
        aLexiconIsTriedSavedAndTakenBack();
        otherSystemsAreTold();
    }

    private void whatWasSpentIsShown() throws Exception {
        String of = "group=" + group.substring("/groups/".length());
        JsonNode kinds = call(200, "GET", "/spend?by=kind&" + of, "");
        assertEquals("kind", kinds.path("by").asText());
        long texts = 0;
        String ofGroup = "";
        for (JsonNode item : kinds.path("items")) {
            texts += item.path("parcels").asLong();
            ofGroup = item.path("item").asText().equalsIgnoreCase("group")
                    ? item.path("item").asText()
                    : ofGroup;
        }
        assertTrue(texts > 0, kinds.toString());
        assertEquals(texts, kinds.path("total").path("parcels").asLong(), kinds.toString());
        JsonNode glance = call(200, "GET", "/spend/overview?" + of, "");
        assertTrue(glance.path("participants").asInt() > 0, glance.toString());
        assertTrue(glance.path("lately").path("parcels").asLong() > 0, glance.toString());
        JsonNode page = call(200, "GET", "/spend/texts?limit=1&by=kind&item=" + ofGroup + "&" + of, "");
        assertEquals("group", page.path("items").path(0).path("kind").asText(), page.toString());
        assertTrue(page.path("next").asLong() > 0, page.toString());
        assertTrue(table("/spend/table?by=day&" + of).startsWith("day,name,texts"));
        assertTrue(table("/spend/texts/table?" + of).lines().count() > 1);
        call(400, "GET", "/spend?by=colour", "");
        call(400, "GET", "/spend?from=2026-03-02&to=2026-03-01", "");
        call(404, "GET", "/spend?group=999999999", "");
        call(404, "GET", "/spend/entries/1", "");
        call(200, "GET", "/budgets", "");
        call(400, "PUT", group + "/budget", "{'amount':'-5','currency':'USD'}");
    }

    private void theReportsAreShown() throws Exception {
        JsonNode critical =
                find("/reports/alerts", one -> one.path("severity").asText().equals("critical"));
        assertTrue(critical.path("claimed").asInt() >= 1, critical.toString());
        for (String report : new String[] {"engagement", "deliveries"}) {
            assertTrue(call(200, "GET", "/reports/" + report, "").path("items").isArray());
        }
        assertTrue(table("/reports/engagement/table").startsWith("week,group,name"));
        assertTrue(table("/reports/deliveries/table").startsWith("line,network,name"));
        assertTrue(table("/reports/alerts/table").contains("\r\ncritical,"));
        call(400, "GET", "/reports/alerts?from=2026-13-01", "");
        call(404, "GET", "/reports/dances/table", "");
    }

    private void aStudyIsExportedAndItsKeyIsApart() throws Exception {
        String days = "'from':'2020-01-01','to':'2029-12-01'";
        String arms = "'groups':[{'group':" + group.substring("/groups/".length()) + ",'arm':'control'}]";
        call(400, "POST", "/studies", "{'name':'Circles'," + days + "}");
        JsonNode made = call(201, "POST", "/studies", "{'name':'Circles'," + days + "," + arms + "}");
        String at = "/studies/" + made.path("id").asText();
        assertEquals(
                "Rivers",
                call(200, "PATCH", at, "{'name':'Rivers'}").path("name").asText());
        HttpResponse<String> zip = send("GET", "/api/v1" + at + "/export", "", "", token);
        assertEquals(200, zip.statusCode());
        assertEquals("application/zip", zip.headers().firstValue("Content-Type").orElse(""));
        assertTrue(zip.body().startsWith("PK") && zip.body().contains("dose.csv"), "a ZIP");
        call(400, "GET", at + "/export?days=hours", "");
        call(400, "POST", at + "/key", "{'reason':'curiosity'}");
        HttpResponse<String> key =
                send("POST", "/api/v1" + at + "/key", "application/json", "{\"reason\":\"check\"}", token);
        assertEquals(200, key.statusCode(), key.body());
        assertTrue(key.body().startsWith("participant,group,group_name"), "a table");
        call(200, "POST", at + "/end", "");
        call(409, "GET", at + "/export", "");
        call(409, "POST", at + "/key", "{'reason':'check'}");
        assertTrue(call(200, "GET", "/studies", "").path("items").size() > 0);
        call(404, "GET", "/studies/1", "");
    }

    private void aLexiconIsTriedSavedAndTakenBack() throws Exception {
        String change = "'content':'category: suicide\\nhigh: quarry is calling'";
        String text = "'text':'the quarry is calling'";
        JsonNode tried = call(200, "POST", "/lexicons/en/try", "{'name':'api'," + change + "," + text + "}");
        assertEquals("high", tried.path("found").path("severity").asText());
        assertEquals("good", tried.path("edit").path("state").asText());
        assertTrue(call(200, "PUT", "/lexicons/en/api", "{" + change + "}")
                        .path("version")
                        .asInt()
                > 0);
        JsonNode found = call(200, "POST", "/lexicons/en/try", "{" + text + "}").path("found");
        assertEquals("en/api.txt:2", found.path("found").path(0).path("place").asText());
        call(400, "PUT", "/lexicons/en/api", "{'content':'high quarry'}");
        JsonNode test = call(
                201,
                "POST",
                "/lexicons/tests",
                "{'language':'en'," + text + ",'category':'suicide','severity':'high'}");
        call(409, "POST", "/lexicons/en/api/back", "{'version':0}");
        call(200, "DELETE", "/lexicons/tests/" + test.path("id").asLong(), "");
        call(200, "POST", "/lexicons/en/api/back", "{'version':0}");
    }

    private void otherSystemsAreTold() throws Exception {
        String events = "'events':['alert.raised','budget.alarm']";
        call(400, "POST", "/webhooks", "{'url':'https://127.0.0.1/hooks'," + events + "}");
        call(400, "POST", "/webhooks", "{'url':'http://8.8.8.8/hooks'," + events + "}");
        call(400, "POST", "/webhooks", "{'url':'https://hooks.invalid/','events':['alert.danced']}");
        JsonNode made = call(201, "POST", "/webhooks", "{'url':'https://hooks.invalid/'," + events + "}");
        assertTrue(made.path("secret").asText().startsWith("whsec_"));
        String at = "/webhooks/" + made.path("id").asText();
        JsonNode rotated = call(200, "POST", at + "/secret", "");
        assertFalse(rotated.path("secret").asText().equals(made.path("secret").asText()));
        assertFalse(rotated.path("oldSecretUntil").isMissingNode());
        JsonNode off = call(200, "PATCH", at, "{'on':false,'events':['post.held']}");
        assertEquals("off", off.path("off").asText());
        assertTrue(off.path("secret").isMissingNode());
        call(200, "POST", at + "/test", "");
        JsonNode calls = call(200, "GET", at + "/calls", "");
        assertEquals("test", calls.path("items").path(0).path("event").asText());
        String again = at + "/calls/" + calls.path("items").path(0).path("id").asText() + "/again";
        assertEquals(
                "waiting",
                call(200, "POST", again, "").path("items").path(0).path("state").asText());
        call(200, "POST", at + "/remove", "");
        call(404, "GET", at + "/calls", "");
    }
}
