package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console in a real browser: the first sign-in, a group, an alert; and what axe finds on each page. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConsoleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PHONE = "+263771000071";
    private static final String LINE = "+263770000000";
    private static final String AXE =
            "() => axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']})"
                    + ".then(found => found.violations.map(one => one.id + ' ' + one.nodes[0].html))";

    @ArquillianResource
    private URL base;

    @Test
    void aMentorSignsInReadsAndAnswers() throws Exception {
        String address = base.toString().replaceAll("/$", "");
        long group = group(address);
        Playwright.CreateOptions noDownload =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        BrowserType.LaunchOptions chromium = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
        try (Playwright playwright = Playwright.create(noDownload);
                Browser browser = playwright.chromium().launch(chromium)) {
            String session = work(browser, address, group);
            String alert = alert(address, group);
            for (int width : new int[] {360, 1_280}) {
                for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    look(browser, address, session, width, theme, group, alert);
                }
            }
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.closest('li, tr, article')?.textContent"));
    }

    /** Signs in, reads, answers by keyboard, and works the alert; returns the browser's state. */
    private static String work(Browser browser, String address, long group) throws Exception {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address + "/console/groups/" + group);
            page.fill("#email", "admin@example.org");
            page.fill("#password", "four-quiet-river-stones");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("ORCHARD"); // where they wanted to go
            assertThat(page.locator("#thread")).containsText("Good evening <all> & you");

            page.locator("#text").fill("You\u2019re welcome");
            assertThat(page.locator("#count")).containsText("1 segment");
            page.locator("[data-swap]").click();
            assertThat(page.locator("#text")).hasValue("You're welcome");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#thread")).containsText("You're welcome");
            assertThat(page.locator("#text")).hasValue("");
            assertThat(page.locator("#text")).isFocused();

            text(address, "o2", "My husband beat me again last night");
            page.navigate(address + "/console/today");
            for (int i = 0; i < 20 && !focused(page).contains("ORCHARD"); i++) { // others may wait before it
                page.keyboard().press("j");
            }
            page.keyboard().press("Enter");
            assertThat(page.locator("mark").first()).containsText("beat me");
            page.keyboard().press("/");
            page.keyboard().press("Enter");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator(".record")).containsText("wrote to the person");
            assertEquals(List.of(), complaints); // a breach of the Content-Security-Policy would be one
            return context.storageState();
        }
    }

    private static void look(
            Browser browser, String address, String session, int width, ColorScheme theme, long group, String alert)
            throws IOException {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(theme)
                .setStorageState(session)
                .setBypassCSP(true); // for axe, which is put into the page
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            for (String path : List.of(
                    "today", "groups/" + group, "alerts/" + alert, "people", "account", "second-factor", "nowhere")) {
                page.navigate(address + "/console/" + path);
                page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));
                assertEquals("[]", String.valueOf(page.evaluate(AXE)), path + " " + width + " " + theme);
                int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                assertTrue(wide <= width, path + " is " + wide + " wide at " + width);
            }
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = ConsoleIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A fresh group with a mentor and one member, who has written. */
    private static long group(String address) throws IOException, InterruptedException {
        call(
                address,
                "POST",
                "/api/v1/lines",
                "{\"account\":\"sim\",\"address\":\"" + LINE + "\",\"serviceCode\":\"*384#\"}");
        for (JsonNode line :
                JSON.readTree(call(address, "GET", "/api/v1/lines", "")).get("items")) {
            if (line.get("address").asText().equals(LINE)) {
                String wanted = "{\"name\":\"ORCHARD\",\"code\":\"ORCHARD\",\"country\":\"ZW\",\"line\":"
                        + line.get("id") + "}";
                long group = JSON.readTree(call(address, "POST", "/api/v1/groups", wanted))
                        .path("id")
                        .asLong();
                String members = "/api/v1/groups/" + group + "/members";
                call(address, "POST", members, "{\"nickname\":\"Hazel\",\"role\":\"mentor\"}");
                call(
                        address,
                        "POST",
                        members,
                        "{\"number\":\"" + PHONE
                                + "\",\"nickname\":\"Plum\",\"consent\":\"in-person\",\"note\":\"Clinic\"}");
                text(address, "o1", "Good evening <all> & you");
                return group;
            }
        }
        throw new IllegalStateException("The simulator has no line");
    }

    private static String alert(String address, long group) throws IOException, InterruptedException {
        for (JsonNode alert :
                JSON.readTree(call(address, "GET", "/api/v1/alerts", "")).get("items")) {
            if (alert.path("group").asLong() == group) {
                return alert.get("id").asText();
            }
        }
        throw new IllegalStateException("There is no alert");
    }

    private static void text(String address, String id, String words) throws IOException, InterruptedException {
        String form =
                "from=" + encoded(PHONE) + "&to=" + encoded(LINE) + "&id=console-" + id + "&text=" + encoded(words);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/gateways/sim/sms"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String call(String address, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + ApiIT.TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
