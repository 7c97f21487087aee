package org.dariro.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a part of one.
 *
 * @param next what to give as {@code after} to read on; null when this is all
 */
public record Page<T>(List<T> items, @Nullable Long next) {
    static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }
}
