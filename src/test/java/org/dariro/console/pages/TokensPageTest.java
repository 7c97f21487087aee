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
import org.dariro.console.signin.User;
import org.dariro.console.token.ApiToken;
import org.dariro.console.token.ApiTokenDao;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensPageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final Holders holders = new Holders(desk.users, desk.roll);
    private final ApiTokens tokens = new ApiTokens(
            desk.dariro.database,
            new ApiTokenDao(),
            holders,
            desk.dariro.groups,
            desk.dariro.audit,
            desk.settings,
            desk.ids,
            desk.clock);
    private final TokensPage page =
            new TokensPage(desk.dariro.database, tokens, holders, desk.dariro.groups, desk.clock);
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

    private String html(Response response) {
        return desk.html(response.getEntity());
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        long group = desk.group("Hope");
        User grace = desk.add("Grace", StaffRole.MENTOR, Set.of(group));
        assertTrue(desk.html(page.show(admin)).contains("There is no token here yet"));
        Response made = page.make(
                admin,
                form(Map.of(
                        "name", List.of("Grace's <laptop>"),
                        "holder", List.of("user:" + grace.id()),
                        "roles", List.of("mentor"),
                        "scopes", List.of("posts-read", "alerts-read"),
                        "groups", List.of(Long.toString(group)),
                        "lastDay", List.of("2030-01-31"))));
        assertEquals(200, made.getStatus());
        Matcher shown = Pattern.compile("data-link[^>]*>([A-Za-z0-9_-]{43})<").matcher(html(made));
        assertTrue(shown.find());
        ApiToken token = tokens.find(shown.group(1)).orElseThrow();
        assertEquals("Grace", token.actor()); // as in the console
        assertEquals(desk.visit(grace).actor(), token.actor());
        assertEquals(Set.of(group), token.groups());
        assertEquals(2, token.scopes().size());
        String list = desk.html(page.show(admin));
        assertTrue(list.contains("Grace&#39;s &lt;laptop&gt;"), list);
        assertTrue(list.contains("until 2030-01-31"), list);
        assertFalse(list.contains(shown.group(1)), "it is shown once");
        long id =
                desk.dariro.database.inTransaction(tx -> tokens.all(tx)).get(0).id();
        assertEquals(303, page.revoke(admin, id).getStatus());
        assertTrue(tokens.find(shown.group(1)).isEmpty());
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        String nameless = html(page.make(admin, form(Map.of("roles", List.of("mentor")))));
        assertTrue(nameless.contains("aria-describedby=\"name-hint fault\" aria-invalid=\"true\""), nameless);
        Response past = page.make(
                admin,
                form(Map.of("name", List.of("x"), "roles", List.of("mentor"), "lastDay", List.of("1999-01-01"))));
        assertEquals(422, past.getStatus());
        assertTrue(html(past).contains("today or a later day"));
        User grace = desk.add("Grace", StaffRole.MENTOR, Set.of());
        Response more = page.make(
                admin,
                form(Map.of(
                        "name", List.of("x"),
                        "holder", List.of("user:" + grace.id()),
                        "roles", List.of("mentor", "administrator"))));
        assertTrue(html(more).contains("does not have all of these roles"));
        assertEquals(
                422,
                page.make(admin, form(Map.of("name", List.of("x"), "holder", List.of("user:1"))))
                        .getStatus());
    }

    @Test
    void aTokenThatActsOnAlertsIsMadeForOneselfOnly() {
        User grace = desk.add("Grace", StaffRole.MENTOR, Set.of());
        for (List<String> scopes : List.of(List.<String>of(), List.of("posts-read", "alerts-act"))) {
            Response hers = page.make(
                    admin,
                    form(Map.of(
                            "name", List.of("Hers"),
                            "holder", List.of("user:" + grace.id()),
                            "roles", List.of("mentor"),
                            "scopes", scopes)));
            assertEquals(422, hers.getStatus());
            String html = html(hers);
            assertTrue(html.contains("is made for oneself only"), html);
            assertTrue(html.contains("<details open>"), html);
            assertTrue(html.contains("<fieldset aria-describedby=\"fault\" aria-invalid=\"true\">"), html);
        }
        Response own = page.make(
                admin,
                form(Map.of(
                        "name", List.of("Mine"),
                        "holder", List.of("user:" + admin.user().id()),
                        "roles", List.of("administrator"))));
        assertEquals(200, own.getStatus());
    }
}
