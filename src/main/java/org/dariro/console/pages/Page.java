package org.dariro.console.pages;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page, or a part of one, that is about to be written: a template of {@code templates/pages} and what it shows.
 *
 * @param template without its {@code .html}
 */
public record Page(String template, Visit visit, Map<String, @Nullable Object> shows) {
    public Page {
        shows = new HashMap<>(shows);
    }

    /** This page showing one thing more; null is nothing to show. */
    public Page with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(shows);
        more.put(name, value);
        return new Page(template, visit, more);
    }
}
