package org.dariro.programme.study;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet: what is written in it, and what the codebook says of it, in one place.
 *
 * @param type {@code text}, {@code code} (one of a few), {@code integer}, {@code decimal}, {@code date} or {@code time}
 * @param unit what is counted; empty where nothing is
 * @param range which values there can be; empty for any
 * @param missing what an empty cell means; empty when there is none
 * @param value of a row; null for an empty cell
 */
record Column<R>(
        String name,
        String type,
        String unit,
        String range,
        String meaning,
        String missing,
        Function<R, @Nullable Object> value) {

    static <R> Column<R> code(String name, String range, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(name, "code", "", range, meaning, "", value);
    }

    static <R> Column<R> count(String name, String unit, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(name, "integer", unit, "0 or more", meaning, "", value);
    }

    /** The same column, whose cells may be empty. */
    Column<R> orEmpty(String means) {
        return new Column<>(name, type, unit, range, meaning, means, value);
    }
}
