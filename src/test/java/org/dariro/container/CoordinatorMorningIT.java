package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A coordinator's morning on a phone's window and on a laptop's: people are enrolled from a table, a budget runs out, its
 * alarm leads to the spend, a sum to its texts, and these to a table.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CoordinatorMorningIT {
    @ArquillianResource
    private URL base;

    @ParameterizedTest
    @ValueSource(ints = {360, 1_280})
    void fromATableOfPeopleToATableOfTexts(int width) throws IOException {
        Server server = new Server(base);
        String name = "MORNING" + width;
        long group = server.group(name);
        server.mentor(group, "Hazel");
        server.table(
                "/api/v1/prices",
                "line,country,network,price,currency,valid-from,source\n" + server.line()
                        + ",ZW,,0.02,USD,2026-01-01,test\n");
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.fresh()) {
            Page page = chromium.page(context);
            page.setViewportSize(width, 800);
            page.navigate(server.at("/console/groups/" + group + "/members/import"));
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
            enrol(page, width);
            budget(page, server, group);
            server.text(number(width, 1), name, "Good morning, all of you. Did you sleep well?");
            drill(page, server, name);
            assertEquals(List.of(), chromium.complaints());
        }
    }

    private static String number(int width, int person) {
        return "+26377" + (4_000_000 + width * 100 + person);
    }

    private static void enrol(Page page, int width) {
        page.locator("#table")
                .fill("number,nickname,consent\n" + number(width, 1) + ",Fig,in-person: form 12\n" + number(width, 2)
                        + ",Pear,in-person: form 13\nnot a number,Plum,in-person: form 14\n");
        page.locator("button[value=preview]").click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody tr .badge.high")).hasCount(1);
        page.locator("button[value=confirm]").click();
        assertThat(page.locator(".done")).isVisible();
        Chromium.fits(page);
    }

    /** A budget that is all but used up as it is set. */
    private static void budget(Page page, Server server, long group) {
        page.navigate(server.at("/console/groups/" + group + "/spend"));
        page.locator("#budget-amount").fill("0.06");
        page.locator("#budget-currency").fill("USD");
        page.locator("#budget-until").fill("2099-12-31");
        page.locator("#set button.main").click();
        assertThat(page.locator("#budget")).isVisible();
        Chromium.fits(page);
    }

    private static void drill(Page page, Server server, String name) throws IOException {
        page.navigate(server.at("/console/today"));
        page.locator("section[aria-labelledby=money] a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.locator(".alarm").first()).isVisible();
        page.locator("#parts tfoot a").click();
        assertThat(page.locator("tbody tr").first()).isVisible();
        Chromium.fits(page);
        Download table =
                page.waitForDownload(() -> page.locator("a.button[href*=table]").click());
        try (InputStream in = table.createReadStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.lines().count() > 1, text);
            assertTrue(!text.contains("Good morning"), "an export of the spend holds no words");
        }
    }
}
