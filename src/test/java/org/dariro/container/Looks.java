package org.dariro.container;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at pages in two windows and two themes, and gathers what axe finds and what stands out to the side. */
final class Looks {
    private static final List<Integer> WIDTHS = List.of(360, 1_280);
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final String AXE =
            "() => axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'], resultTypes: ['violations']})"
                    + ".then(found => found.violations.map(one => one.id + ' ' + one.nodes[0].html))";
    private static final String OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })";
    /** The elements that reach farther to the right than the window, when the page can be moved to the side. */
    private static final String WIDE = """
            () => {
              const root = document.documentElement;
              return root.scrollWidth <= root.clientWidth ? [] : ['is ' + root.scrollWidth + ' wide: '
                + [...document.querySelectorAll('main *, header *')]
                  .filter(one => one.getBoundingClientRect().right > root.clientWidth + 1)
                  .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' ')];
            }""";

    private final List<String> found = new ArrayList<>();
    private final String axe;

    Looks() throws IOException {
        try (InputStream in = Looks.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All that is wrong, with where it is. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** Opens a page and looks at it. */
    void open(Page page, String address) {
        page.navigate(address);
        at(page);
    }

    /** The same, for a page that must be there for who is signed in: a fault or the sign-in in its place is wrong. */
    void shown(Page page, String address) {
        Response answer = page.navigate(address);
        if (answer.status() != 200 || page.url().contains("/sign-in")) {
            found.add(address + " is not shown: " + answer.status() + " " + page.url());
        }
        at(page);
    }

    /** Looks at the page that is open; what is folded in is unfolded first. */
    void at(Page page) {
        page.evaluate(OPEN);
        WIDTHS.forEach(width -> at(page, width));
    }

    /** Looks at the page that is open in a phone's window, as it is. */
    void onPhone(Page page) {
        at(page, WIDTHS.get(0));
    }

    private void at(Page page, int width) {
        page.evaluate(axe);
        page.setViewportSize(width, 800);
        for (ColorScheme theme : THEMES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            note(page, width + " " + theme, page.evaluate(AXE));
        }
        note(page, String.valueOf(width), page.evaluate(WIDE));
    }

    private void note(Page page, String how, Object wrong) {
        for (Object one : (List<?>) wrong) {
            found.add(page.url().replaceFirst("^https?://[^/]*", "") + " " + how + " " + one);
        }
    }
}
