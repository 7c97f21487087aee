package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the focus is after each swap of a part of a page: somebody who works by keys goes on from where they were. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SwapFocusIT {
    /** The templates that swap something, each of which is tested here. */
    private static final Set<String> SWAPS =
            Set.of("alert.html", "composer.html", "group-thread.html", "spend-table.html", "today.html");

    private static final String PLUM = "+263776000001";
    private static final String FIG = "+263776000002";

    @ArquillianResource
    private URL base;

    @Test
    void everySwapIsKnownHere() throws IOException, URISyntaxException {
        URL layout = SwapFocusIT.class.getResource("/templates/pages/layout.html");
        Set<String> swaps = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of(layout.toURI()).getParent())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                if (Files.readString(file).matches("(?s).*hx-(get|post|put|delete|patch)=.*")) {
                    swaps.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(new TreeSet<>(SWAPS), swaps);
    }

    @Test
    void theFocusStays() {
        Server server = new Server(base);
        long group = server.group("SWAP");
        server.mentor(group, "Hazel");
        server.member(group, PLUM, "Plum");
        server.member(group, FIG, "Fig");
        server.text(PLUM, "swap-1", "Good evening");
        server.text(PLUM, "swap-2", "I am going to kill myself tonight");
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.fresh()) {
            Page page = chromium.page(context);
            page.setViewportSize(1_280, 800);
            page.navigate(server.at("/console/groups/" + group));
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
            assertThat(page.locator("#thread")).containsText("Good evening");
            composer(new Keys(page));
            thread(new Keys(page), server);
            today(new Keys(page), server);
            alert(new Keys(page), server, group);
            spend(new Keys(page), server, group);
            assertEquals(
                    List.of(),
                    chromium.complaints().stream()
                            .filter(one -> !one.contains(" 422 ")) // words that were not taken
                            .toList());
        }
    }

    /** Counting, swapping what costs extra, sending, and what was not taken. */
    private static void composer(Keys keys) {
        Page page = keys.page();
        Locator text = page.locator("#text");
        keys.write(text, "You\u2019re welcome");
        assertThat(page.locator("#count")).containsText("1 segment");
        assertThat(text).isFocused();
        page.locator("#count").evaluate("one => { one.dataset.old = 'yes'; }");
        page.keyboard().type("!");
        keys.reach(page.locator("[data-swap]"), "Tab"); // before the count for it has come
        assertThat(page.locator("#count[data-old]")).hasCount(0);
        assertThat(page.locator("[data-swap]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(text).hasValue("You're welcome!");
        assertThat(text).isFocused();
        keys.press(page.locator("button[value=send]"));
        assertThat(page.locator("#thread")).containsText("You're welcome!");
        assertThat(text).isFocused();
        page.keyboard().type("Not without a time");
        keys.press(page.locator("details:has(#at) summary"));
        keys.press(page.locator("button[value=later]"));
        assertThat(page.locator("#write-fault")).isVisible();
        assertThat(text).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
    }

    /** News of a conversation, with the focus in the place to write, on a post, on a link, and where somebody decides. */
    private static void thread(Keys keys, Server server) {
        Page page = keys.page();
        news(page, server, "one");
        assertThat(page.locator("#text")).isFocused();
        Locator post = page.locator("#post-1");
        page.keyboard().press("Tab"); // away from the field, so that keys are keys
        keys.reach(post, "k");
        news(page, server, "two");
        assertThat(post).isFocused();
        Locator link = post.locator("a[data-to]");
        keys.reach(link, "Tab");
        news(page, server, "three");
        assertThat(link).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#text")).isFocused();
        Locator held = page.locator("li.post.held");
        keys.press(held.locator("summary"));
        keys.write(held.locator("input[name=reason]"), "Spoke with her");
        server.text(PLUM, "swap-four", "News four");
        assertThat(page.locator(".waits")).isVisible(); // it has come, and is not shown yet
        assertThat(page.locator("#thread")).not().containsText("News four");
        assertThat(held.locator("input[name=reason]")).hasValue("Spoke with her");
        keys.reach(held.locator("button[value=release]"), "Tab");
        assertThat(held.locator("button[value=release]")).isFocused();
        assertThat(held.locator("input[name=reason]")).hasValue("Spoke with her");
        keys.reach(page.locator("#text"), "Tab");
        assertThat(page.locator("#thread")).containsText("News four"); // as soon as nobody decides any more
        assertThat(page.locator("#text")).isFocused();
    }

    private static void news(Page page, Server server, String what) {
        server.text(PLUM, "swap-" + what, "News " + what);
        assertThat(page.locator("#thread")).containsText("News " + what);
    }

    /** News of Today, with the focus on an alert: it comes without reloading, and the focus stays on the same alert. */
    private static void today(Keys keys, Server server) {
        Page page = keys.page();
        page.navigate(server.at("/console/today"));
        Locator row = page.locator("#today-alerts a.item:has-text('kill myself tonight')")
                .first();
        String address = row.getAttribute("href");
        Locator same = page.locator("#today-alerts a.item[href='" + address + "']");
        keys.reach(same, "j");
        String title = page.title();
        server.text(FIG, "swap-fig-1", "I am going to kill myself tonight with pills");
        assertThat(page.locator("#today-alerts")).containsText("tonight with pills");
        assertThat(same).isFocused();
        assertTrue(!page.title().equals(title) && page.title().startsWith("("), page.title());
        server.text(FIG, "swap-fig-2", "MENTOR are you there tonight");
        assertThat(same).isFocused();
    }

    /** News of an alert: what changed is swapped, and neither the words that are being written nor a form that somebody is in. */
    private static void alert(Keys keys, Server server, long group) {
        Page page = keys.page();
        String alert = server.alert(group);
        page.navigate(server.at("/console/alerts/" + alert));
        Locator text = page.locator("#text");
        keys.write(text, "Are you there");
        server.text(PLUM, "swap-alert-1", "MENTOR yes, I am at home");
        assertThat(page.locator("#case-words")).containsText("I am at home");
        assertThat(text).isFocused();
        assertThat(text).hasValue("Are you there");
        keys.write(page.locator("#end-note"), "She is safe");
        server.call("POST", "/api/v1/alerts/" + alert + "/notes", "{\"note\":\"Her aunt is with her\"}");
        assertThat(page.locator("#case-done")).containsText("Her aunt is with her");
        assertThat(page.locator("#end-note")).hasValue("She is safe");
        assertThat(page.locator("#end-note")).isFocused();
        assertThat(page.locator("#case-state")).containsText("Take over");
        keys.reach(text, "Tab");
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
    }

    private static void spend(Keys keys, Server server, long group) {
        Page page = keys.page();
        page.navigate(server.at("/console/groups/" + group + "/spend"));
        Locator by = page.locator("#by");
        keys.choose(by, 1);
        String chosen = by.inputValue();
        Locator show = page.locator("form.filter button");
        keys.press(show);
        page.waitForURL(address -> address.contains("by=" + chosen));
        assertThat(show).isFocused();
        assertThat(page.locator("#live")).not().isEmpty();
        page.goBack();
        assertThat(page.locator("h1")).isVisible();
        assertTrue(!page.url().contains("by="), page.url());
        assertThat(page.locator("#by")).hasCount(1);
    }
}
