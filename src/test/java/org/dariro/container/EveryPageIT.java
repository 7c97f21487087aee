package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dariro.console.signin.Codes;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What axe finds on every page of the console, in a phone's window and a laptop's, light and dark, and whether anything
 * stands out to the side: on each page that the list of routes has, filled and with nothing in it, and on what forms answer.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageIT {
    private static final String PASSWORD = "seven slow herons over the weir";
    private static final String EMAIL = "look@example.org";

    /** Pages for who is not signed in. */
    private static final Pattern OPEN = Pattern.compile("^/(sign-in|link|second-factor|$)");

    @ArquillianResource
    private URL base;

    @Test
    void axeFindsNothing() throws Exception {
        Server server = new Server(base);
        FilledConsole filled = new FilledConsole(server);
        try (Chromium chromium = new Chromium();
                BrowserContext office = chromium.still();
                BrowserContext own = chromium.still()) {
            Looks looks = new Looks();
            Page page = chromium.page(office);
            outside(looks, page, server);
            Chromium.signIn(page, "admin@example.org", "four-quiet-river-stones");
            page.waitForURL(server.at("/console/today"));
            menu(looks, page);
            String link = forms(looks, page, server, filled);
            Map<String, String> values = new HashMap<>(filled.values());
            values.put("token", link.substring(link.lastIndexOf('/') + 1));
            values.put("user", user(page, server));
            for (String address : addresses(filled, values)) {
                if (address.equals("/nowhere") || OPEN.matcher(address).find()) {
                    looks.open(page, server.at("/console" + address));
                } else {
                    looks.shown(page, server.at("/console" + address));
                }
            }
            server.text("+263775000002", "look-now", "Good night"); // so that there is a time to go by
            firstSignIn(looks, chromium.page(own), server, link, filled.now());
            assertEquals(List.of(), looks.found());
        }
    }

    @Test
    void axeFindsWhatIsWrong() throws Exception {
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.still()) {
            Looks looks = new Looks();
            Page page = chromium.page(context);
            page.setContent("<!DOCTYPE html><html lang='en'><title>Wrong</title><main><input>"
                    + "<p style='color: #ccc; width: 400px'>Words that are hard to read, and too wide</main>");
            looks.at(page);
            String found = String.join("\n", looks.found());
            assertTrue(found.contains("label <input>"), found);
            assertTrue(found.contains("color-contrast <p"), found);
            assertTrue(found.contains("360 is 4"), found);
        }
    }

    private static List<String> addresses(FilledConsole filled, Map<String, String> values) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String route : PageRoutes.pages()) {
            addresses.add(PageRoutes.filled(route, values));
            if (route.startsWith("/groups/{group}") && !route.contains("{post}")) {
                addresses.add(route.replace("{group}", String.valueOf(filled.bare)));
            }
        }
        addresses.add("/groups/" + filled.group + "?to=" + values.get("place"));
        addresses.add("/search?q=clinic");
        addresses.add("/search?q=nothing-like-it");
        addresses.add("/groups/" + filled.group + "/members?q=nobody");
        addresses.add("/groups/" + filled.group + "/spend?by=day&period=year");
        addresses.add("/reports?from=2026-01-01&to=2026-12-31");
        addresses.add("/nowhere");
        return addresses;
    }

    /** Before anybody has signed in. */
    private static void outside(Looks looks, Page page, Server server) {
        looks.open(page, server.at("/console/link/none"));
        looks.open(page, server.at("/console/nowhere"));
        looks.open(page, server.at("/console/today")); // which leads to the sign-in
        Chromium.signIn(page, "nobody@example.org", "not the password");
        page.locator("#fault").waitFor();
        looks.at(page);
    }

    /** What is seldom wanted folds away on a phone, and comes and goes by keys. */
    private static void menu(Looks looks, Page page) {
        page.setViewportSize(360, 800);
        Locator people = page.locator("header a[href='/console/people']");
        assertThat(people).isHidden();
        page.locator("header [popovertarget]").press("Enter");
        assertThat(people).isVisible();
        looks.onPhone(page);
        page.keyboard().press("Escape");
        assertThat(people).isHidden();
        assertThat(page.locator("header [popovertarget]")).isFocused();
        page.setViewportSize(1_280, 800);
        assertThat(people).isVisible();
    }

    /** What forms answer; returns the link of somebody who is invited. */
    private static String forms(Looks looks, Page page, Server server, FilledConsole filled) {
        String group = "/console/groups/" + filled.group;
        page.navigate(server.at(group + "/members/import"));
        page.locator("#table").fill("number,nickname\n+263775000003,Fig\nnot a number,Pear\n");
        send(looks, page, "button[value=preview]");
        page.navigate(server.at(group + "/members/import"));
        page.locator("#table").fill("no,such,table\n1,2,3\n");
        send(looks, page, "button[value=preview]");
        page.navigate(server.at(group));
        page.locator("#text").fill("You\u2019re welcome");
        page.locator("[data-swap]").waitFor();
        looks.at(page);
        page.navigate(server.at(group + "/members"));
        page.locator("#number").fill("12");
        page.locator("#nickname").fill("?");
        send(looks, page, "main form[method=post] button.main");
        page.navigate(server.at("/console/lexicons"));
        page.locator("#text").fill("I want to die");
        send(looks, page, "form[action*=try] button");
        page.navigate(server.at("/console/lexicons/en/suicide"));
        page.locator("#content").fill(page.locator("#content").inputValue() + "\nhigh: look at the herons\n");
        send(looks, page, "button[value=try]");
        page.locator("#content").fill("nonsense");
        send(looks, page, "button[value=try]");
        page.navigate(server.at("/console/tokens"));
        page.locator("#name").fill("Look again");
        send(looks, page, "form[action$=tokens] button"); // without a role
        page.locator("input[name=roles]").first().check();
        send(looks, page, "form[action$=tokens] button");
        page.navigate(server.at("/console/record"));
        page.locator("#noted").fill("no end");
        send(looks, page, "form[action$=verification] button");
        page.locator("#noted").fill("");
        send(looks, page, "form[action$=verification] button");
        page.navigate(server.at("/console/lines"));
        page.locator("#address").fill("12");
        page.locator("#serviceCode").fill("384");
        send(looks, page, "form[action$=lines] button");
        page.locator("#table").fill("no,such,table\n1,2,3\n");
        send(looks, page, "button[value=preview]");
        page.locator("#table")
                .fill("line,country,network,price,currency,valid-from,source\n" + server.line()
                        + ",ZW,63904,0.03,USD,2099-01-01,look\nnowhere,Zimbabwe,,two,,,\n");
        send(looks, page, "button[value=preview]");
        page.navigate(server.at("/console/webhooks"));
        page.locator("input[type=url], #url").first().fill("https://hooks.invalid/look");
        page.locator("input[name=events]").first().check();
        send(looks, page, "form[action$=webhooks] button.main");
        page.locator("a.main").click();
        send(looks, page, "button[value=off]");
        page.navigate(server.at("/console/people"));
        page.locator("#name").fill("Look");
        page.locator("#email").fill(EMAIL);
        page.locator("input[name=roles][value=mentor]").check();
        page.locator("input[name=groups][value='" + filled.group + "']").check();
        page.locator("#as").fill("Rowan");
        send(looks, page, "form.card button.main");
        return page.locator("#link").inputValue().replaceFirst("^https?://[^/]*", "");
    }

    /** Presses a button that leads to another page, and looks at that. */
    private static void send(Looks looks, Page page, String button) {
        page.evaluate("document.documentElement.setAttribute('data-left', '')");
        page.locator(button).first().click();
        assertThat(page.locator("html[data-left]")).hasCount(0);
        page.waitForLoadState();
        looks.at(page);
    }

    private static String user(Page page, Server server) {
        page.navigate(server.at("/console/people"));
        String address = page.locator("a.item")
                .filter(new Locator.FilterOptions().setHasText(EMAIL))
                .getAttribute("href");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A mentor's first sign-in, and the next one up to the code. */
    private static void firstSignIn(Looks looks, Page page, Server server, String link, Instant now) {
        page.navigate(server.at(link));
        page.locator("#password").fill(PASSWORD);
        send(looks, page, "button.main");
        page.navigate(server.at("/console/today"));
        Chromium.signIn(page, EMAIL, PASSWORD);
        page.waitForURL(server.at("/console/today"));
        looks.at(page);
        page.navigate(server.at("/console/second-factor"));
        page.locator("#code").fill("000000");
        page.locator("#old").fill(PASSWORD);
        send(looks, page, "button.main");
        page.locator("#code").fill(Codes.of(page.locator("#secret").textContent(), now));
        page.locator("#old").fill(PASSWORD);
        send(looks, page, "button.main");
        page.locator(".codes").waitFor();
        page.locator(".bar form button").click();
        page.waitForURL(server.at("/console/sign-in"));
        Chromium.signIn(page, EMAIL, PASSWORD);
        page.locator("#code").waitFor();
        looks.at(page);
        page.locator("#code").fill("000000");
        send(looks, page, "button.main");
    }
}
