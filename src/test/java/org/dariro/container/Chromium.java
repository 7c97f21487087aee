package org.dariro.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without a window. It gathers what pages complain about; a breach of the Content-Security-Policy is one. */
final class Chromium implements AutoCloseable {
    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** A browser that knows nothing yet. */
    BrowserContext fresh() {
        return browser.newContext();
    }

    /** A browser that knows nothing yet and runs no script. */
    BrowserContext plain() {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A browser that knows nothing yet, in which nothing moves: colours are at once what they will be. */
    BrowserContext still() {
        return browser.newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A page whose errors are gathered. */
    Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** What the pages complained about. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Fills in the form of the sign-in page. */
    static void signIn(Page page, String email, String password) {
        page.fill("#email", email);
        page.fill("#password", password);
        page.keyboard().press("Enter");
    }

    /** Nothing stands out to the side of the window. */
    static void fits(Page page) {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        int window = page.viewportSize().width;
        assertTrue(wide <= window, () -> page.url() + " is " + wide + " wide at " + window);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
