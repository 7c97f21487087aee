package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three phones in a real browser: one joins, posts, reads by USSD, and stops. Chromium is Debian's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SimulatorPageIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ArquillianResource
    private URL base;

    @Test
    void onePhoneJoinsPostsReadsByUssdAndStops() throws Exception {
        String address = base.toString().replaceAll("/$", "");
        String group = circle(address);
        Playwright.CreateOptions noDownload =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        BrowserType.LaunchOptions chromium = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
        try (Playwright playwright = Playwright.create(noDownload);
                Browser browser = playwright.chromium().launch(chromium)) {
            Page page = browser.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address + "/simulator");
            play(page, group);
            assertEquals(List.of(), complaints); // a breach of the Content-Security-Policy would be one
        }
    }

    private static void play(Page page, String group) {
        Locator first = phone(page, 0);
        Locator second = phone(page, 1);
        joins(first, group + " Sunny");
        joins(second, group + " Moon");
        joins(phone(page, 2), group + " River");
        text(first, "READ USSD");
        gets(first, "To read them, dial");

        text(second, "Good evening everybody");
        gets(phone(page, 2), "Moon: Good evening everybody");

        first.locator(".dial").click();
        assertThat(first.locator(".page")).containsText("1 Read: 1 new");
        answer(first, "1");
        assertThat(first.locator(".page")).containsText("Moon: Good evening everybody");
        first.locator(".cancel").click();

        text(first, "Thank you Moon");
        gets(second, "Sunny: Thank you Moon");
        text(first, "STOP");
        gets(first, "You have left " + group);
        text(second, "Where is Sunny?");
        gets(phone(page, 2), "Moon: Where is Sunny?");
        assertThat(first.locator(".thread")).not().containsText("Where is Sunny?");
    }

    private static Locator phone(Page page, int number) {
        return page.locator(".phone").nth(number);
    }

    private static void joins(Locator phone, String codeAndNickname) {
        text(phone, "JOIN " + codeAndNickname);
        gets(phone, "To join, reply YES");
        text(phone, "YES");
        gets(phone, "What you text here goes to the whole group");
    }

    private static void text(Locator phone, String words) {
        phone.locator("textarea").fill(words);
        phone.locator("textarea").press("Enter");
    }

    private static void answer(Locator phone, String words) {
        phone.locator(".answer").fill(words);
        phone.locator(".answer").press("Enter");
    }

    private static void gets(Locator phone, String words) {
        assertThat(phone.locator(".thread")).containsText(words);
    }

    /** The simulator's line, if it is not there yet, and a fresh group on it. */
    private static String circle(String address) throws IOException, InterruptedException {
        String line = "{\"account\":\"sim\",\"address\":\"+263770000000\",\"serviceCode\":\"*384#\"}";
        call(address, "POST", "/api/v1/lines", line);
        for (JsonNode known :
                JSON.readTree(call(address, "GET", "/api/v1/lines", "")).get("items")) {
            if (known.get("address").asText().equals("+263770000000")) {
                String group =
                        "{\"name\":\"MEADOW\",\"code\":\"MEADOW\",\"country\":\"ZW\",\"line\":" + known.get("id") + "}";
                String made = call(address, "POST", "/api/v1/groups", group);
                assertEquals("MEADOW", JSON.readTree(made).path("name").asText(), made);
            }
        }
        return "MEADOW";
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
