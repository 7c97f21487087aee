package org.dariro.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three phones in a real browser: one joins, posts, reads by USSD, and stops. Chromium is Debian's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SimulatorPageIT {
    @ArquillianResource
    private URL base;

    @Test
    void onePhoneJoinsPostsReadsByUssdAndStops() {
        Server server = new Server(base);
        server.group("MEADOW");
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.fresh()) {
            Page page = chromium.page(context);
            page.navigate(server.at("/simulator"));
            play(page, "MEADOW");
            assertEquals(List.of(), chromium.complaints());
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
}
