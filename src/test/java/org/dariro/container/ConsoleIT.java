package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console in a real browser: the first sign-in, a group, an alert. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConsoleIT {
    private static final String PHONE = "+263771000071";
    private static final String PLAIN_PHONE = "+263771000072";
    private static final String POLLED_PHONE = "+263771000073";

    @ArquillianResource
    private URL base;

    @Test
    void aMentorSignsInReadsAndAnswers() throws Exception {
        Server server = new Server(base);
        long group = server.group("ORCHARD");
        server.mentor(group, "Hazel");
        server.member(group, PHONE, "Plum");
        server.text(PHONE, "console-o1", "Good evening <all> & you");
        try (Chromium chromium = new Chromium()) {
            work(chromium, server, group);
        }
    }

    @Test
    void readingAndAnsweringWorkWithoutScript() throws Exception {
        Server server = new Server(base);
        long group = server.group("PLAIN");
        server.mentor(group, "Hazel");
        server.member(group, PLAIN_PHONE, "Sorrel");
        server.text(PLAIN_PHONE, "console-p1", "Good evening <all> & you");
        server.text(PLAIN_PHONE, "console-p2", "I am going to kill myself tonight");
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.plain()) {
            Page page = chromium.page(context);
            page.navigate(server.at("/console/groups/" + group));
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
            assertThat(page.locator("#thread")).containsText("Good evening <all> & you");
            page.fill("#text", "You are welcome here");
            page.click("button[value=send]");
            assertThat(page.locator("#thread")).containsText("You are welcome here");

            page.click("li.post.held a.button");
            assertThat(page.locator("mark").first()).containsText("kill myself");
            page.click("button[value=claim]");
            page.fill("#text", "I am here with you");
            page.click("#write button.main");
            assertThat(page.locator(".record")).containsText("wrote to the person");

            page.navigate(server.at("/console/groups/" + group));
            page.click("li.post.held summary");
            page.fill("li.post.held input[name=reason]", "Spoke with her");
            page.click("li.post.held button[value=release]");
            assertThat(page.locator("li.post.held")).hasCount(0);
        }
    }

    @Test
    void newsComeWithoutAStream() throws Exception {
        Server server = new Server(base);
        long group = server.group("POLLED");
        server.mentor(group, "Hazel");
        server.member(group, POLLED_PHONE, "Tansy");
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.fresh()) {
            context.route("**/events*", Route::abort);
            Page page = chromium.page(context);
            page.clock().install();
            page.navigate(server.at("/console/groups/" + group));
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
            assertThat(page.locator("h1")).hasText("POLLED");
            server.text(POLLED_PHONE, "console-q1", "Is anybody there?");
            page.waitForCondition(
                    () -> { // the page may still be finding out that it has no stream
                        page.clock().runFor(15_000);
                        return page.locator("#thread").textContent().contains("Is anybody there?");
                    });
        }
    }

    /** Signs in, reads, answers by keyboard, and works the alert. */
    private static void work(Chromium chromium, Server server, long group) {
        try (BrowserContext context = chromium.fresh()) {
            Page page = chromium.page(context);
            page.navigate(server.at("/console/groups/" + group));
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
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

            server.text(PHONE, "console-o2", "My husband beat me again last night");
            page.navigate(server.at("/console/today")); // where alerts of others may stand before it
            page.keyboard().press("j");
            assertThat(page.locator("[data-keys] a").first()).isFocused();
            page.navigate(server.at("/console/alerts?group=" + group));
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator("mark").first()).containsText("beat me");
            page.keyboard().press("/");
            page.keyboard().press("Enter");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator(".record")).containsText("wrote to the person");
            assertEquals(List.of(), chromium.complaints()); // a breach of the Content-Security-Policy would be one
        }
    }
}
