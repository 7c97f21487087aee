package org.dariro.console.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is asked for.
 *
 * @param after only what comes after this id or number
 * @param limit how many at most, 1 to 200
 */
record Paging(long after, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    static Paging of(@Nullable String after, @Nullable String limit) {
        Fields fields = new Fields();
        long from = read(fields, "after", after, 0, Long.MAX_VALUE);
        long most = read(fields, "limit", limit, USUAL, MOST);
        if (most < 1) {
            fields.fault("limit", "This is a whole number from 1 to " + MOST + ".");
        }
        fields.check();
        return new Paging(from, (int) most);
    }

    private static long read(Fields fields, String field, @Nullable String value, long byDefault, long most) {
        if (value == null || value.isBlank()) {
            return byDefault;
        }
        Optional<Long> number = value.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
        if (number.isEmpty() || number.get() > most) {
            fields.fault(
                    field, most == MOST ? "This is a whole number from 1 to " + MOST + "." : "This is a whole number.");
        }
        return number.orElse(byDefault);
    }

    /** How many to read to know whether there are more. */
    int oneMore() {
        return limit + 1;
    }

    /** Shows what was read with {@link #oneMore}. */
    <T, V> Page<V> show(List<T> read, Function<T, V> view, ToLongFunction<T> place) {
        List<T> shown = read.size() > limit ? read.subList(0, limit) : read;
        Long next = read.size() > limit ? Long.valueOf(place.applyAsLong(shown.get(limit - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
