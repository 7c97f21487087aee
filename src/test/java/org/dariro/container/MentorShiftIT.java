package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dariro.console.signin.Codes;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A mentor's first sign-in by the link that a coordinator handed over, and a shift over three groups, on a phone's window and
 * on a laptop's: a critical alert worked to its end with a second person, a held post released, a word in private, a post
 * for later.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MentorShiftIT {
    private static final String PASSWORD = "seven slow herons over the weir";

    @ArquillianResource
    private URL base;

    @ParameterizedTest
    @ValueSource(ints = {360, 1_280})
    void aShiftOverThreeGroups(int width) {
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
            firstSignIn(page, server, link, name, now);

            server.text(number(width, 1), name + "a", "I am going to kill myself tonight");
            server.text(number(width, 2), name + "b", "I will kill myself tonight");
            alert(page, server, oak, coordinator);
            release(page, server, elm);
            inPrivate(page, server, ash);
            later(page, server, ash, now);
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

    private static void firstSignIn(Page page, Server server, String link, String name, Instant now) {
        page.navigate(server.at(link));
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Your password is set");
        page.navigate(server.at("/console/today"));
        Chromium.signIn(page, name + "@example.org", PASSWORD);
        assertThat(page.locator("h1")).hasText("Today");
        page.navigate(server.at("/console/second-factor"));
        page.locator("#code").fill(Codes.of(page.locator("#secret").textContent(), now));
        if (page.locator("#old").count() > 0) {
            page.locator("#old").fill(PASSWORD);
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".codes li").first()).isVisible();
        page.locator("a.main").click();
        assertThat(page.locator("h1")).hasText("Today");
        assertThat(page.locator("main")).containsText(name + "OAK");
    }

    /** The person is in danger: from Today to a word to them, the steps, and two people who close it. */
    private static void alert(Page page, Server server, long group, Page coordinator) {
        String alert = server.alert(group);
        page.navigate(server.at("/console/today"));
        page.locator("a[href='/console/alerts/" + alert + "']").first().click();
        assertThat(page.locator("mark").first()).isVisible();
        page.locator("button[value=claim]").click();
        assertThat(page.getByText("In your hands")).isVisible();
        page.keyboard().press("/");
        page.keyboard().press("Enter");
        page.locator("#text").press("Control+Enter");
        assertThat(page.locator(".record")).containsText("wrote to the person");
        page.locator("#hold-reason, #reason").first().fill("They are safe now, and want to be heard");
        page.locator("form.decide button[value=reject]").click();
        Locator steps = page.locator(".step button[value=done]");
        while (steps.count() > 0) {
            int before = steps.count();
            steps.first().click();
            assertThat(steps).hasCount(before - 1);
        }
        close(page);
        assertThat(page.locator("main")).containsText("A second person must look");
        coordinator.navigate(server.at("/console/alerts/" + alert));
        close(coordinator);
        assertThat(coordinator.locator("main")).containsText("Open again");
        page.navigate(server.at("/console/today"));
        assertThat(page.locator("a[href='/console/alerts/" + alert + "']")).hasCount(0);
    }

    private static void close(Page page) {
        Locator form = page.locator("form[action$='/close']");
        form.locator("input[value=safe]").check();
        form.locator("button").click();
    }

    private static void release(Page page, Server server, long group) {
        page.navigate(server.at("/console/groups/" + group));
        Locator held = page.locator("li.post.held");
        assertThat(held).hasCount(1);
        held.locator("details summary").click();
        held.locator("input[name=reason]").fill("Asked, and they want the others to read it");
        held.locator("button[value=release]").click();
        assertThat(held).hasCount(0);
        assertThat(page.locator("#thread")).containsText("I will kill myself tonight");
    }

    private static void inPrivate(Page page, Server server, long group) {
        page.navigate(server.at("/console/groups/" + group));
        page.locator("#to").selectOption(new SelectOption().setIndex(1));
        page.locator("#text").fill("I am here for you alone, too");
        page.locator("button[value=send]").click();
        assertThat(page.locator("li.post.alone")).containsText("I am here for you alone, too");
    }

    private static void later(Page page, Server server, long group, Instant now) {
        page.navigate(server.at("/console/groups/" + group));
        page.locator("#text").fill("Good morning, all of you");
        page.locator("details:has(#at) summary").click();
        page.locator("#at")
                .fill(now.atZone(ZoneOffset.UTC)
                        .plus(Duration.ofDays(2))
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
        page.locator("button[value=later]").click();
        assertThat(page.locator("section[aria-labelledby=waiting]")).containsText("Good morning, all of you");
    }
}
