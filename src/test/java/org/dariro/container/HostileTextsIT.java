package org.dariro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dariro.console.HostileTexts;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Five hundred hostile texts are sent as SMS; a browser 360 pixels wide opens every page. Nothing executes, nothing leads or
 * loads elsewhere, the Content-Security-Policy has nothing to report, nothing stands out of the window, and no export holds a
 * formula.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostileTextsIT {
    private static final int GROUPS = 10;
    private static final int MEMBERS = 4;
    private static final int MOST_BYTES = 64_000;
    private static final int ALERTS = 60;
    private static final String STRANGE = """
            () => window.zq17 !== undefined || [...document.querySelectorAll('*')].some(one =>
              one.localName.includes('zq17')
              || one.getAttributeNames().some(name => name.includes('zq17') || /^on|^style$|^srcdoc$/.test(name)))""";

    @ArquillianResource
    private URL base;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void nothingExecutes() throws Exception {
        Server server = new Server(base);
        List<Long> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(server.group("HOSTILE" + i));
            server.mentor(groups.get(i), "Hazel");
            for (int j = 0; j < MEMBERS; j++) {
                server.member(groups.get(i), number(i, j), "Plum" + j);
            }
        }
        List<String> texts = HostileTexts.all();
        for (int i = 0; i < texts.size(); i++) {
            int status = server.text(number(i % GROUPS, i / GROUPS % MEMBERS), "hostile-" + i, texts.get(i));
            boolean large = texts.get(i).length() * 6 > MOST_BYTES;
            assertTrue(status == 200 || (large && status == 413), status + " for " + i);
        }
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.fresh()) {
            context.addInitScript("document.addEventListener('securitypolicyviolation',"
                    + " report => console.error('policy: ' + report.violatedDirective))");
            Page page = chromium.page(context);
            page.setViewportSize(360, 800);
            page.onDialog(dialog -> {
                wrong.add("dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(server.at("/"))) {
                    wrong.add("asked elsewhere: " + request.url());
                }
            });
            page.navigate(server.at("/console/today"));
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
            page.waitForURL(server.at("/console/today"));
            for (String path : paths(server, groups)) {
                open(page, server, path);
            }
            assertEquals(List.of(), wrong);
            assertEquals(List.of(), chromium.complaints());
        }
    }

    private static String number(int group, int member) {
        return "+2637720" + (20_000 + group * 100 + member);
    }

    /** Every page that can be read: without parameters, of each group, and of many alerts. */
    private static Set<String> paths(Server server, List<Long> groups) throws IOException {
        Set<String> paths = new TreeSet<>();
        for (String route : PageRoutes.read()) {
            if (route.endsWith("/events") || route.startsWith("/sign-in")) {
                continue;
            }
            if (route.contains("{group}")) {
                groups.forEach(group -> paths.add(route.replace("{group}", group.toString())));
            } else {
                paths.add(route);
            }
        }
        paths.removeIf(path -> path.contains("{"));
        groups.forEach(group -> paths.add("/groups/" + group + "?before=20"));
        int alerts = 0;
        for (JsonNode alert : server.json("GET", "/api/v1/alerts?limit=200", "").get("items")) {
            if (groups.contains(alert.path("group").asLong()) && alerts++ < ALERTS) {
                paths.add("/alerts/" + alert.get("id").asText());
            }
        }
        assertTrue(alerts > 20, "alerts " + alerts);
        return paths;
    }

    private void open(Page page, Server server, String path) {
        String address = server.at("/console" + path);
        APIResponse answer = page.request().get(address);
        String type = answer.headers().getOrDefault("content-type", "");
        if (!type.startsWith("text/html")) {
            if (type.startsWith("text/csv")) {
                HostileTexts.formulas(answer.text()).forEach(cell -> wrong.add(path + " has the formula " + cell));
            }
            return;
        }
        if (!answer.text().contains("<!DOCTYPE html>")) {
            return; // a part that is swapped into a page: it is looked at there
        }
        page.navigate(address);
        if (Boolean.TRUE.equals(page.evaluate(STRANGE))) {
            wrong.add(path + " has an element or attribute of a text");
        }
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        boolean whole =
                page.locator("link[rel=stylesheet]").count() > 0; // a part that is swapped in has no style of its own
        if (whole && ((Number) wide).intValue() > 360) {
            wrong.add(path + " is " + wide + " wide");
        }
    }
}
