package org.dariro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without a window. It gathers what pages complain about; a breach of the Content-Security-Policy is one. */
final class Chromium implements AutoCloseable {
    private static final String AXE =
            "() => axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']})"
                    + ".then(found => found.violations.map(one => one.id + ' ' + one.nodes[0].html))";
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

    /**
     * A window for {@link #looksGood}.
     *
     * @param session a context's storage state, in which somebody is signed in
     */
    BrowserContext looking(String session, int width, ColorScheme theme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(theme)
                .setStorageState(session)
                .setBypassCSP(true)); // for axe, which is put into the page
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

    /** Opens a page of a window for looking: axe must find nothing, and nothing may be wider than the window. */
    static void looksGood(Page page, String address) throws IOException {
        page.navigate(address);
        String where = address + " " + page.viewportSize().width;
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));
        assertEquals("[]", String.valueOf(page.evaluate(AXE)), where);
        fits(page);
    }

    /** Nothing stands out to the side of the window. */
    static void fits(Page page) {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        int window = page.viewportSize().width;
        assertTrue(wide <= window, () -> page.url() + " is " + wide + " wide at " + window);
    }

    private static String axe() throws IOException {
        try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
