package org.dariro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Works a page by keys alone. Wherever the focus is put it must be seen: in the window, and with an outline. */
final class Keys extends Hand {
    private static final int MOST = 200;
    /** Why the focus cannot be seen; empty when it can. */
    private static final String UNSEEN = """
            () => {
              const on = document.activeElement, box = on.getBoundingClientRect();
              return on === document.body ? 'nothing has the focus'
                : box.bottom <= 0 || box.top >= innerHeight || box.width === 0 ? 'it is not in the window'
                : getComputedStyle(on).outlineStyle === 'none' ? 'it has no outline' : '';
            }""";
    /** Whether a box has the focus, or another of those that it is one of. */
    private static final String AMONG = """
            one => document.activeElement.type === 'radio' && document.activeElement.name === one.name
              && document.activeElement.form === one.form""";

    Keys(Page page) {
        super(page);
    }

    private void key(String key) {
        page().keyboard().press(key);
    }

    private static boolean isAt(Locator what) {
        return Boolean.TRUE.equals(what.evaluate("one => one === document.activeElement"));
    }

    /** Goes on by one key until something has the focus. */
    void reach(Locator what, String key) {
        for (int i = 0; i < MOST; i++) {
            if (isAt(what)) {
                assertEquals("", page().evaluate(UNSEEN), () -> page().url() + " " + what);
                return;
            }
            key(key);
        }
        fail(key + " does not lead to " + what + " of " + page().url());
    }

    @Override
    void press(Locator what) {
        reach(what, "Tab");
        key("Enter");
    }

    @Override
    void pick(Locator what) {
        reach(what, "j");
        key("Enter");
    }

    /** The key for answering leads to the place for it. */
    @Override
    void write(Locator field, String words) {
        if (field.getAttribute("data-write") != null) {
            key("r");
        }
        reach(field, "Tab");
        page().keyboard().type(words);
    }

    @Override
    void check(Locator box) {
        if ("radio".equals(box.getAttribute("type"))) {
            for (int i = 0; i < MOST && !Boolean.TRUE.equals(box.evaluate(AMONG)); i++) {
                key("Tab");
            }
            reach(box, "ArrowDown");
        } else {
            reach(box, "Tab");
        }
        if (!box.isChecked()) {
            key("Space");
        }
    }

    @Override
    void choose(Locator list, int place) {
        reach(list, "Tab");
        key("Home");
        for (int i = 0; i < place; i++) {
            key("ArrowDown");
        }
    }

    /** In the order in which an American browser asks for them. */
    @Override
    void time(Locator field, LocalDateTime time) {
        reach(field, "Tab");
        page().keyboard().type(time.format(DateTimeFormatter.ofPattern("MMddyyyy", Locale.US)));
        key("Tab");
        page().keyboard().type(time.format(DateTimeFormatter.ofPattern("hhmma", Locale.US)));
    }
}
