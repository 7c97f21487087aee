package org.dariro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

    /** Pages in which no member's words can be. */
    private static final Set<String> TEXTLESS = Set.of(
            "/assets/{version}/{file}",
            "/lexicons/{language}/{file}",
            "/link/{token}",
            "/people/{user}",
            "/spend/invoices/{invoice}",
            "/webhooks/{webhook}");

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

    /** Every page that can be read, with each group, alert, member and post, and a study of them all. */
    private static Set<String> paths(Server server, List<Long> groups) throws IOException {
        Map<String, List<String>> values = new HashMap<>();
        values.put("group", groups.stream().map(String::valueOf).toList());
        values.put("alert", alerts(server, groups));
        values.put("place", places(server, groups));
        values.put("study", List.of(study(server, groups)));
        values.put("report", List.of("engagement", "deliveries", "alerts"));
        values.put("post", List.of("1", "2", "3"));
        Set<String> paths = new TreeSet<>();
        for (String route : PageRoutes.read()) {
            if (!route.endsWith("/events") && !route.startsWith("/sign-in") && !TEXTLESS.contains(route)) {
                paths.addAll(filled(route, values));
            }
        }
        groups.forEach(group -> paths.add("/groups/" + group + "?before=20"));
        return paths;
    }

    /** A route with all that may stand for its names. */
    private static List<String> filled(String route, Map<String, List<String>> values) {
        Matcher name = NAME.matcher(route);
        if (!name.find()) {
            return List.of(route);
        }
        return values.getOrDefault(name.group(1), List.of()).stream()
                .flatMap(value -> filled(route.replace(name.group(), value), values).stream())
                .toList();
    }

    private static List<String> alerts(Server server, List<Long> groups) {
        List<String> alerts = new ArrayList<>();
        for (JsonNode alert : server.json("GET", "/api/v1/alerts?limit=200", "").get("items")) {
            if (groups.contains(alert.path("group").asLong()) && alerts.size() < ALERTS) {
                alerts.add(alert.get("id").asText());
            }
        }
        assertTrue(alerts.size() > 20, "alerts " + alerts.size());
        return alerts;
    }

    private static List<String> places(Server server, List<Long> groups) {
        List<String> places = new ArrayList<>();
        for (long group : groups) {
            server.json("GET", "/api/v1/groups/" + group + "/members", "")
                    .get("items")
                    .forEach(one -> places.add(one.get("id").asText()));
        }
        assertTrue(places.size() >= GROUPS * MEMBERS, "members " + places.size());
        return places;
    }

    private static String study(Server server, List<Long> groups) {
        LocalDate day = LocalDate.ofInstant(server.now(groups.get(0)), ZoneOffset.UTC);
        String arms = groups.stream()
                .map(group -> "{\"group\":" + group + ",\"arm\":\"intervention\"}")
                .collect(Collectors.joining(","));
        return server.json(
                        "POST",
                        "/api/v1/studies",
                        "{\"name\":\"Hostile\",\"from\":\"" + day + "\",\"to\":\"" + day.plusDays(7) + "\",\"groups\":["
                                + arms + "]}")
                .get("id")
                .asText();
    }

    private void open(Page page, Server server, String path) {
        String address = server.at("/console" + path);
        APIResponse answer = page.request().get(address);
        String type = answer.headers().getOrDefault("content-type", "");
        if (answer.status() >= 500) {
            wrong.add(path + " answers " + answer.status());
        }
        if (type.startsWith("application/zip")) {
            sheets(answer.body()).forEach((name, sheet) -> HostileTexts.formulas(sheet)
                    .forEach(cell -> wrong.add(path + " " + name + " has the formula " + cell)));
            return;
        }
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

    private static Map<String, String> sheets(byte[] archive) {
        Map<String, String> sheets = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".csv")) {
                    sheets.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return sheets;
    }
}
