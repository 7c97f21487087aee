package org.dariro.container;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How somebody works a page: by pointing here, by keys alone as {@link Keys}. */
class Hand {
    private final Page page;

    Hand(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Presses a button, follows a link, or folds something open. */
    void press(Locator what) {
        what.click();
    }

    /** Follows a link in a list of what waits. */
    void pick(Locator what) {
        what.click();
    }

    /** Writes into an empty field. */
    void write(Locator field, String words) {
        field.fill(words);
    }

    /** Ticks a box, or takes one of several. */
    void check(Locator box) {
        box.check();
    }

    /** Takes the entry at a place of a list; 0 is the first. */
    void choose(Locator list, int place) {
        list.selectOption(new SelectOption().setIndex(place));
    }

    /** Sets a day and an hour. */
    void time(Locator field, LocalDateTime time) {
        field.fill(time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
    }
}
