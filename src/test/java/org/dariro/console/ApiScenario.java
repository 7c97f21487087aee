package org.dariro.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * A coordinator's and a mentor's day over HTTP, against a running service whose account {@code sim} is a simulator. Each
 * method is a test; {@link #all} runs them in their order. The group, line and numbers are its own.
 */
public final class ApiScenario extends ApiCalls {
    private String line = "";
    private String group = "";
    private long thandi;
    private String closing = "";

    /**
     * Aims at a service.
     *
     * @param base its address: {@code http://localhost:8080}
     * @param token with all roles
     * @param dueWork does what is due, where the service does nothing by itself; else nothing
     */
    public ApiScenario(String base, String token, Runnable dueWork) {
        super(base, token, dueWork);
    }

    /** Runs everything. */
    public void all() throws Exception {
        nobodyGetsInWithoutAToken();
        aLineAndAGroupAreMade();
        peopleAreEnrolled();
        aTableIsTriedAndImported();
        aRiskyPostWaitsAndIsReleased();
        aMentorPostsAndWritesPrivately(); // what she texts from now on is private
        membersAreAskedHowTheyAre();
        whatTextsBecameIsListed();
        staffAreCalledAndAllIsOnRecord();
        new ApiOffice(this, group).all();
        badCallsAreProblems();
        theDocumentDescribesTheApi();
    }

    /** A token of a mentor of this group that reads: one that acts on alerts nobody makes for another person. */
    private String token(String name) throws Exception {
        String id = group.substring("/groups/".length());
        String staff = call(
                        201,
                        "POST",
                        "/staff",
                        "{'name':'" + name + "','role':'mentor','zone':'Africa/Harare','groups':[{'group':" + id
                                + "}]}")
                .path("id")
                .asText();
        String wanted = "{'name':'" + name + "','staff':" + staff + ",'roles':['mentor'],'groups':[" + id + "]";
        call(400, "POST", "/tokens", wanted + "}");
        return call(201, "POST", "/tokens", wanted + ",'scopes':['posts:read','alerts:read']}")
                .path("token")
                .asText();
    }

    void nobodyGetsInWithoutAToken() throws Exception {
        for (String bearer : List.of("", CANARY)) {
            HttpResponse<String> answer = send("GET", "/api/v1/groups", "", "", bearer);
            expect(401, answer);
            assertTrue(
                    answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        }
        expect(401, send("POST", "/api/v1/groups", "application/json", "{}", ""));
    }

    void aLineAndAGroupAreMade() throws Exception {
        assertEquals(
                "simulator",
                find("/accounts", account -> account.path("id").asText().equals("sim"))
                        .path("kind")
                        .asText());
        JsonNode made =
                call(201, "POST", "/lines", "{'account':'sim','address':'+263779990000','serviceCode':'*38499#'}");
        line = made.path("id").asText();
        call(409, "POST", "/lines", "{'account':'sim','address':'+263 77 999 0000'}");
        call(400, "POST", "/lines", "{'account':'none','address':'x'}");
        JsonNode river = call(
                201,
                "POST",
                "/groups",
                "{'name':'River','line':" + line + ",'country':'ZW','language':'en','windowSeconds':60}");
        group = "/groups/" + river.path("id").asText();
        assertEquals("RIVER", river.path("code").asText());
        assertEquals("at-once", river.path("mode").asText());
        call(409, "POST", "/groups", "{'name':'Other','code':'river','line':" + line + ",'country':'ZW'}");
        JsonNode changed = call(200, "PATCH", group, "{'contacts':'Friendship Bench 0800 123','holdsHigh':true}");
        assertTrue(changed.path("holdsHigh").asBoolean());
        assertEquals(changed, call(200, "GET", group, ""));
    }

    void peopleAreEnrolled() throws Exception {
        JsonNode grace = call(201, "POST", group + "/members", "{'nickname':'Grace','role':'mentor'}");
        assertEquals("active", grace.path("standing").asText());
        JsonNode asked = call(201, "POST", group + "/members", "{'number':'+263 77 999 0001','nickname':'Thandi'}");
        thandi = asked.path("id").asLong();
        assertEquals("invited", asked.path("standing").asText());
        text("+263779990001", "YES");
        assertEquals(
                "active",
                find(group + "/members", member -> member.path("id").asLong() == thandi)
                        .path("standing")
                        .asText());
        JsonNode met = call(
                201,
                "POST",
                group + "/members",
                "{'number':'+263779990002','nickname':'Rudo','consent':'in-person','note':'Clinic, form 12'}");
        assertEquals("active", met.path("standing").asText());
        call(409, "POST", group + "/members", "{'number':'+263779990001','nickname':'Else'}");
        JsonNode wrong = call(400, "POST", group + "/members", "{'number':'12','nickname':'0771234567'}");
        assertEquals(2, wrong.path("errors").size(), wrong.toString());
        JsonNode renamed = call(200, "PATCH", group + "/members/" + thandi, "{'nickname':'Thandie'}");
        assertEquals("Thandie", renamed.path("nickname").asText());
        call(404, "PATCH", group + "/members/1", "{}");
    }

    void aTableIsTriedAndImported() throws Exception {
        String table = String.join(
                "\r\n",
                "\ufeffnumber;nickname;role;consent",
                "+263779990003;Chipo;;in-person: clinic, form 13",
                "+26377999000;Too Short;;",
                "+263779990003;Twice;;");
        HttpResponse<String> tried =
                send("POST", "/api/v1" + group + "/members/import?dryRun=true", "text/csv", table, token);
        JsonNode dry = expect(200, tried);
        assertEquals(1, dry.path("good").asInt(), dry.toString());
        JsonNode done = expect(200, send("POST", "/api/v1" + group + "/members/import", "text/csv", table, token));
        assertEquals(2, done.path("broken").asInt(), done.toString());
        assertEquals(3, done.path("rows").path(1).path("row").asInt(), done.toString());
        expect(400, send("POST", "/api/v1" + group + "/members/import", "text/csv", CANARY + "\n1\n", token));
    }

    void aMentorPostsAndWritesPrivately() throws Exception {
        JsonNode post = call(201, "POST", group + "/posts", "{'as':'grace','text':'Welcome. Helpline 0800 123 456'}");
        assertEquals("Grace", post.path("nickname").asText());
        dueWork.run();
        JsonNode log = find(
                group + "/posts",
                one -> one.path("seq").asLong() == post.path("seq").asLong());
        assertEquals("Welcome. Helpline 0800 123 456", log.path("text").asText());
        call(400, "POST", group + "/posts", "{'as':'Nobody','text':'Hello'}");
        JsonNode words =
                call(201, "POST", group + "/members/" + thandi + "/messages", "{'as':'Grace','text':'Can we talk?'}");
        assertTrue(words.path("text").asText().contains(": Can we talk?"));
        text("+263779990001", "MENTOR yes please");
        find(group + "/private-words", one -> one.path("text").asText().equals("yes please"));
    }

    void aRiskyPostWaitsAndIsReleased() throws Exception {
        text("+263779990001", "i want to kill myself tonight");
        JsonNode hold = find("/holds", one -> one.path("member").asLong() == thandi);
        JsonNode alert = find("/alerts?open=true", one -> one.path("member").asLong() == thandi);
        assertEquals("critical", alert.path("severity").asText());
        String at = "/holds/" + hold.path("id").asText();
        call(400, "POST", at + "/reject", "{'by':'Grace'}");
        JsonNode released = call(200, "POST", at + "/release", "{'by':'Grace','reason':'Spoke with her'}");
        assertEquals("released", released.path("decision").asText());
        call(409, "POST", at + "/reject", "{'by':'Grace','reason':'Too late'}");
        dueWork.run();
        find(group + "/posts", one -> one.path("text").asText().startsWith("i want"));
        closing = alert.path("id").asText();
        String alertAt = "/alerts/" + closing;
        String grace = token("Grace");
        as(grace, 403, alertAt + "/claim", "{'takeOver':true}");
        JsonNode mine = call(200, "POST", alertAt + "/claim", "{}"); // whoever released the post has it
        assertTrue(mine.path("claimedBy").isTextual(), mine.toString());
        call(200, "POST", alertAt + "/steps/read", "{'note':'Third time this week'}");
        call(404, "POST", alertAt + "/steps/dance", "{}");
        call(200, "POST", alertAt + "/messages", "{'as':'Grace','text':'Are you safe now?'}");
        JsonNode shown = call(200, "GET", alertAt, "");
        assertEquals(
                mine.path("claimedBy"),
                shown.path("protocol").path("steps").path(0).path("doneBy"),
                shown.toString());
        assertEquals(
                "Are you safe now?",
                shown.path("conversation").path(0).path("text").asText());
        call(400, "POST", alertAt + "/close", "{'outcome':'Called, safe with her sister'}");
        assertEquals(
                "closing",
                call(200, "POST", alertAt + "/close", "{'outcome':'safe','note':'With her sister'}")
                        .path("state")
                        .asText());
        call(409, "POST", alertAt + "/close", "{'outcome':'safe'}"); // it takes a second person
        as(grace, 403, alertAt + "/close", "{'outcome':'safe'}");
        as(grace, 403, "/tokens", "{'name':'Mallory','roles':['mentor']}");
        call(200, "GET", "/attention", "");
        call(200, "GET", group + "/attention", "");
        call(200, "GET", "/watches", "");
        call(200, "GET", "/protocols", "");
    }

    void membersAreAskedHowTheyAre() throws Exception {
        JsonNode set = call(
                200,
                "PUT",
                group + "/wellbeing",
                "{'asks':true,'weekday':'wednesday','hour':17,'items':['general','isolation']}");
        assertTrue(set.path("nextAt").isTextual(), set.toString());
        call(400, "PUT", group + "/wellbeing", "{'items':['weather']}");
        assertEquals(set, call(200, "GET", group + "/wellbeing", ""));
        JsonNode off = call(200, "PUT", group + "/wellbeing", "{'asks':false}");
        assertTrue(off.path("nextAt").isMissingNode(), off.toString());
        String answers = group + "/members/" + thandi + "/answers";
        assertEquals(0, call(200, "GET", answers, "").path("items").size());
        call(404, "GET", group + "/members/1/answers", "");
    }

    void whatTextsBecameIsListed() throws Exception {
        JsonNode page = call(200, "GET", group + "/deliveries?limit=2", "");
        assertEquals(2, page.path("items").size());
        long next = page.path("next").asLong();
        JsonNode rest = call(200, "GET", group + "/deliveries?after=" + next, "");
        assertTrue(rest.path("items").path(0).path("id").asLong() > next);
        call(200, "GET", "/deliveries?state=unknown", "");
        JsonNode summary = call(200, "GET", group + "/summary", "");
        assertEquals(1, summary.path("mentors").asInt(), summary.toString());
        assertEquals(3, summary.path("members").path("active").asInt(), summary.toString());
        assertTrue(summary.path("segments").asLong() > 0, summary.toString());
        String numbers = "+26377999000";
        assertTrue(bodies.stream().noneMatch(body -> body.contains(numbers + "1") || body.contains(numbers + "2")));
    }

    void staffAreCalledAndAllIsOnRecord() throws Exception {
        String id = group.substring("/groups/".length());
        JsonNode ruth = call(
                201,
                "POST",
                "/staff",
                "{'name':'Ruth','role':'mentor','number':'+263779990008','zone':'Africa/Harare','groups':[{'group':"
                        + id + "}]}");
        assertTrue(ruth.path("phone").asBoolean());
        call(400, "POST", "/staff", "{'name':'Other','number':'+263779990008','zone':'Mars'}");
        assertEquals(1, call(200, "GET", group + "/rota/gaps", "").path("items").size());
        String hours = "'days':['mon','tue','wed','thu','fri','sat','sun'],'from':'00:00','to':'24:00','zone':'UTC'";
        String who = "'staff':" + ruth.path("id").asText();
        call(200, "PUT", group + "/rota", "{'hours':[{" + who + "," + hours + "}]}");
        call(200, "PUT", group + "/rota/cover", "{'hours':[{" + hours + "}]}");
        assertEquals(0, call(200, "GET", group + "/rota/gaps", "").path("items").size());
        assertEquals(
                1, call(200, "GET", group + "/rota/duties", "").path("items").size());
        text("+263779990002", "i want to kill myself tonight");
        JsonNode called = find(
                "/escalations",
                one -> one.path("group").asText().equals(id)
                        && !one.path("alert").asText().equals(closing)
                        && one.path("heldBy").isMissingNode());
        assertEquals("Ruth", called.path("calls").path(0).path("name").asText(), called.toString());
        text("+263779990008", "ACK " + called.path("number").asText());
        String alert = called.path("alert").asText();
        assertEquals(
                "Ruth",
                find("/escalations", one -> one.path("alert").asText().equals(alert))
                        .path("heldBy")
                        .asText());
        find("/audit?subject=alert:" + alert, row -> row.path("action").asText().equals("page-answered"));
        String head = call(200, "GET", "/audit/head", "").path("head").asText();
        JsonNode verdict = call(200, "GET", "/audit/verification?noted=" + head, "");
        assertTrue(verdict.path("bad").isMissingNode(), verdict.toString());
        assertTrue(bodies.stream().noneMatch(body -> body.contains("263779990008")));
    }

    void badCallsAreProblems() throws Exception {
        call(404, "GET", "/nothing", "");
        call(404, "GET", "/groups/999999999", "");
        call(404, "GET", "/groups/" + CANARY, "");
        call(405, "DELETE", group, "");
        expect(415, send("POST", "/api/v1/groups", "text/plain", CANARY, token));
        JsonNode malformed = call(400, "POST", "/groups", "{'name': " + CANARY);
        assertTrue(malformed.path("detail").asText().contains("line 1"), malformed.toString());
        call(400, "POST", "/groups", "{'colour':'red'}");
        call(400, "POST", "/groups", "{'name':7}");
        call(400, "POST", "/groups", "[]");
        expect(400, send("POST", "/api/v1/groups", "application/json", "", token));
        call(400, "GET", group + "/posts?limit=" + CANARY, "");
        call(413, "POST", "/groups", "{'name':'" + "x".repeat(1_100_000) + "'}");
        call(200, "POST", group + "/close", "");
        call(409, "POST", group + "/posts", "{'as':'Grace','text':'Hello'}");
    }

    void theDocumentDescribesTheApi() throws Exception {
        HttpResponse<String> document = send("GET", "/openapi", "", "", "");
        assertEquals(200, document.statusCode());
        assertEquals(
                "application/json",
                document.headers().firstValue("Content-Type").orElse(""));
        assertTrue(JSON.readTree(document.body()).path("paths").has("/groups/{group}/members"), document.body());
        assertEquals(404, send("GET", "/openapi/", "", "", "").statusCode()); // nor does the server make one of its own
    }
}
