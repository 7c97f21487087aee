package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dariro.console.signin.Codes;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mentor's first sign-in by the link that a coordinator handed over, and a shift over three groups, on a phone's window and
 * on a laptop's: a critical alert worked to its end with a second person, a held post released, a word in private, a post
 * for later. Once it is all done by keys alone.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MentorShiftIT {
    private static final String PASSWORD = "seven slow herons over the weir";

    @ArquillianResource
    private URL base;

    @ParameterizedTest
    @CsvSource({"360, false", "1280, false", "1024, true"})
    void aShiftOverThreeGroups(int width, boolean keysAlone) {
        Server server = new Server(base);
        String name = "SHIFT" + width;
        long oak = group(server, name + "OAK", width, 1);
        long elm = group(server, name + "ELM", width, 2);
        long ash = group(server, name + "ASH", width, 3);
        try (Chromium chromium = new Chromium();
                BrowserContext office = chromium.fresh();
                BrowserContext own = chromium.fresh()) {
            Page coordinator = chromium.page(office);
            coordinator.setViewportSize(width, 800);
            String link = invite(coordinator, server, name);
            Page page = chromium.page(own);
            page.setViewportSize(width, 800);
            server.text(number(width, 3), name + "c", "Hello, is anybody here?");
            Instant now = now(coordinator, server, ash);
            Hand hand = keysAlone ? new Keys(page) : new Hand(page);
            firstSignIn(hand, server, link, name, now);

            server.text(number(width, 1), name + "a", "I am going to kill myself tonight");
            server.text(number(width, 2), name + "b", "I will kill myself tonight");
            alert(hand, server, oak, coordinator);
            release(hand, elm);
            inPrivate(hand, ash);
            later(hand, now);
            assertEquals(List.of(), chromium.complaints());
        }
    }

    /** What the clock of the service says: it moves by hand. */
    private static Instant now(Page page, Server server, long group) {
        page.navigate(server.at("/console/groups/" + group));
        return Instant.parse(page.locator("time.when").last().getAttribute("datetime"));
    }

    private static String number(int width, int group) {
        return "+26377" + (3_000_000 + width * 100 + group);
    }

    private static long group(Server server, String name, int width, int number) {
        long group = server.group(name);
        server.member(group, number(width, number), "Plum");
        server.member(group, number(width, number + 10), "Quince");
        return group;
    }

    private static String invite(Page page, Server server, String name) {
        page.navigate(server.at("/console/people"));
        Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
        page.locator("#name").fill("Mentor " + name);
        page.locator("#email").fill(name + "@example.org");
        page.locator("input[name=roles][value=mentor]").check();
        for (String group : List.of("OAK", "ELM", "ASH")) {
            page.getByLabel(name + group, new Page.GetByLabelOptions().setExact(true))
                    .check();
        }
        page.locator("#as").fill("Hazel");
        page.locator("form.card button.main").click();
        return page.locator("#link").inputValue().replaceFirst("^https?://[^/]*", "");
    }

    private static void firstSignIn(Hand hand, Server server, String link, String name, Instant now) {
        Page page = hand.page();
        page.navigate(server.at(link));
        hand.write(page.locator("#password"), PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Your password is set");
        page.navigate(server.at("/console/today"));
        hand.write(page.locator("#email"), name + "@example.org");
        hand.write(page.locator("#password"), PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Today");
        page.navigate(server.at("/console/second-factor"));
        hand.write(page.locator("#code"), Codes.of(page.locator("#secret").textContent(), now));
        if (page.locator("#old").count() > 0) {
            hand.write(page.locator("#old"), PASSWORD);
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".codes li").first()).isVisible();
        hand.press(page.locator("a.main"));
        assertThat(page.locator("h1")).hasText("Today");
        assertThat(page.locator("main")).containsText(name + "OAK");
    }

    /** The person is in danger: from Today to a word to them, the steps, and two people who close it. */
    private static void alert(Hand hand, Server server, long group, Page coordinator) {
        Page page = hand.page();
        String alert = server.alert(group);
        page.navigate(server.at("/console/today"));
        hand.pick(page.locator("a.item[href='/console/alerts/" + alert + "']").first());
        assertThat(page.locator("mark").first()).isVisible();
        hand.press(page.locator("button[value=claim]"));
        assertThat(page.getByText("In your hands")).isVisible();
        page.keyboard().press("/");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".record")).containsText("wrote to the person");
        hand.write(page.locator("#hold-reason, #reason").first(), "They are safe now, and want to be heard");
        hand.press(page.locator("form.decide button[value=reject]"));
        assertThat(page.locator("form.decide")).hasCount(0); // the page after it stands
        Locator steps = page.locator(".step button[value=done]");
        for (int left = steps.count(); left > 0; left--) {
            hand.press(steps.first());
            assertThat(steps).hasCount(left - 1);
        }
        close(hand);
        assertThat(page.locator("main")).containsText("A second person must look");
        coordinator.navigate(server.at("/console/alerts/" + alert));
        close(new Hand(coordinator));
        assertThat(coordinator.locator("main")).containsText("Open again");
        today(hand);
        assertThat(page.locator("a[href='/console/alerts/" + alert + "']")).hasCount(0);
    }

    private static void close(Hand hand) {
        Locator form = hand.page().locator("form[action$='/close']");
        hand.check(form.locator("input[value=safe]"));
        hand.press(form.locator("button"));
    }

    private static void today(Hand hand) {
        hand.press(hand.page().locator(".bar a[href='/console/today']").last());
        assertThat(hand.page().locator("h1")).hasText("Today");
    }

    /** From Today to a group of one's own. */
    private static void open(Hand hand, long group) {
        today(hand);
        hand.pick(hand.page().locator("section[aria-labelledby=groups] a[href^='/console/groups/" + group + "']"));
        assertThat(hand.page().locator("#thread")).isVisible();
    }

    private static void release(Hand hand, long group) {
        Page page = hand.page();
        open(hand, group);
        Locator held = page.locator("li.post.held");
        assertThat(held).hasCount(1);
        hand.press(held.locator("details summary"));
        hand.write(held.locator("input[name=reason]"), "Asked, and they want the others to read it");
        hand.press(held.locator("button[value=release]"));
        assertThat(held).hasCount(0);
        assertThat(page.locator("#thread")).containsText("I will kill myself tonight");
    }

    private static void inPrivate(Hand hand, long group) {
        Page page = hand.page();
        open(hand, group);
        hand.choose(page.locator("#to"), 1);
        hand.write(page.locator("#text"), "I am here for you alone, too");
        hand.press(page.locator("button[value=send]"));
        assertThat(page.locator("li.post.alone")).containsText("I am here for you alone, too");
        assertThat(page.locator("#text")).isFocused();
        hand.choose(page.locator("#to"), 0);
    }

    private static void later(Hand hand, Instant now) {
        Page page = hand.page();
        hand.write(page.locator("#text"), "Good morning, all of you");
        hand.press(page.locator("details:has(#at) summary"));
        hand.time(
                page.locator("#at"),
                LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusDays(2).truncatedTo(ChronoUnit.MINUTES));
        hand.press(page.locator("button[value=later]"));
        assertThat(page.locator("section[aria-labelledby=waiting]")).containsText("Good morning, all of you");
        assertThat(page.locator("#text")).isFocused();
    }
}
