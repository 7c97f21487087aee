package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.console.StaffRole;
import org.dariro.webhook.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksPageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final WebhooksPage page = new WebhooksPage(desk.dariro.database, desk.dariro.webhooks);
    private final Visit admin = desk.visit(desk.add("Nomsa", StaffRole.ADMINISTRATOR, Set.of()));

    @AfterEach
    void close() {
        desk.close();
    }

    private static MultivaluedMap<String, String> form(Map<String, List<String>> fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putAll(fields);
        return form;
    }

    private static MultivaluedMap<String, String> act(String what) {
        return form(Map.of("do", List.of(what)));
    }

    private String html(Response response) {
        return desk.html(response.getEntity());
    }

    private String register() {
        return html(page.register(
                admin,
                form(Map.of(
                        "url", List.of("https://8.8.8.8/hook?a=1&b=2"),
                        "events", List.of("alert-raised", "budget-alarm")))));
    }

    private Endpoint endpoint() {
        return desk.dariro.database.inTransaction(desk.dariro.webhooks::all).get(0);
    }

    private static String secret(String html) {
        Matcher shown = Pattern.compile(">(whsec_[^<]+)<").matcher(html);
        assertTrue(shown.find(), html);
        return shown.group(1);
    }

    @Test
    void aSystemIsAddedChangedAndRemoved() {
        assertTrue(desk.html(page.show(admin)).contains("No system is told of anything yet"));
        String secret = secret(register());
        long id = endpoint().id();
        String list = desk.html(page.show(admin));
        assertTrue(list.contains("https://8.8.8.8/hook?a=1&amp;b=2"), list);
        assertTrue(list.contains("An alert is raised"), list);
        assertFalse(list.contains(secret) || desk.html(page.endpoint(admin, id)).contains(secret));
        String fresh = html(page.change(admin, id, act("secret")));
        assertTrue(fresh.contains("For a day"), fresh);
        assertFalse(secret(fresh).equals(secret));
        assertEquals(303, page.change(admin, id, act("off")).getStatus());
        assertTrue(desk.html(page.endpoint(admin, id)).contains("Turn it on again"));
        assertTrue(desk.html(page.show(admin)).contains("Turned off"));
        assertEquals(303, page.change(admin, id, act("on")).getStatus());
        page.change(admin, id, form(Map.of("url", List.of("https://8.8.4.4/hook"), "events", List.of("post-held"))));
        assertEquals("https://8.8.4.4/hook", endpoint().url());
        assertEquals(303, page.change(admin, id, act("remove")).getStatus());
        assertTrue(desk.html(page.show(admin)).contains("No system is told of anything yet"));
    }

    @Test
    void itsCallsAreListedAndMadeAgain() {
        register();
        long id = endpoint().id();
        assertTrue(desk.html(page.endpoint(admin, id)).contains("It has not been called yet"));
        page.change(admin, id, act("test"));
        String one = desk.html(page.endpoint(admin, id));
        assertTrue(one.contains("<b>A test</b>"), one);
        assertTrue(one.contains("Waits"), one);
        long call = desk.dariro
                .database
                .inTransaction(tx -> desk.dariro.webhooks.calls(tx, id, 1))
                .get(0)
                .id();
        assertEquals(303, page.again(admin, id, call).getStatus());
    }

    @Test
    void whatACallCameToIsSaidInWords() {
        Map<String, String> open = Map.of(
                "DARIRO_SECOND_FACTOR", "optional",
                "DARIRO_WEBHOOK_ALLOW_HTTP", "true",
                "DARIRO_WEBHOOK_ALLOW_PRIVATE", "true");
        try (Desk other = new Desk(open)) {
            WebhooksPage pages = new WebhooksPage(other.dariro.database, other.dariro.webhooks);
            Visit visit = other.visit(other.add("Nomsa", StaffRole.ADMINISTRATOR, Set.of()));
            pages.register(visit, form(Map.of("url", List.of("http://127.0.0.1:1/"), "events", List.of("post-held"))));
            long id = other.dariro
                    .database
                    .inTransaction(other.dariro.webhooks::all)
                    .get(0)
                    .id();
            pages.change(visit, id, act("test"));
            other.dariro.calling.turn();
            String html = other.html(pages.endpoint(visit, id));
            assertTrue(html.contains("One attempt: no connection, again at"), html);
            assertTrue(html.contains("Send again"), html);
            assertTrue(html.contains("Every call since"), html);
            assertTrue(other.html(pages.show(visit)).contains("Failing since"));
        }
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        Response inside = page.register(
                admin, form(Map.of("url", List.of("https://192.168.1.1/<script>"), "events", List.of("post-held"))));
        assertEquals(422, inside.getStatus());
        Response home = page.register(
                admin, form(Map.of("url", List.of("https://192.168.1.1/x"), "events", List.of("post-held"))));
        assertTrue(html(home).contains("private network"));
        assertTrue(html(home).contains("aria-describedby=\"url-hint fault\" aria-invalid=\"true\""));
        Response none = page.register(admin, form(Map.of("url", List.of("https://8.8.8.8/"))));
        assertTrue(html(none).contains("at least one thing"));
    }
}
