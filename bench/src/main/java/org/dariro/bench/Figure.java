package org.dariro.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A line of results, {@code FIGURE name key=value ...}: for people to read and for programs to cut at spaces. */
public final class Figure {
    private final StringBuilder line;

    /** Begins a line. */
    public Figure(String name) {
        line = new StringBuilder("FIGURE ").append(name);
    }

    /** Adds a word; spaces in it become underscores. */
    public Figure with(String key, String value) {
        line.append(' ').append(key).append('=').append(value.replace(' ', '_'));
        return this;
    }

    /** Adds a whole number. */
    public Figure with(String key, long value) {
        return with(key, Long.toString(value));
    }

    /** Adds a number, rounded to some decimals. */
    public Figure with(String key, double value, int decimals) {
        return with(
                key,
                Double.isFinite(value)
                        ? BigDecimal.valueOf(value)
                                .setScale(decimals, RoundingMode.HALF_UP)
                                .toPlainString()
                        : "none");
    }

    /** Prints the line. */
    public void print(PrintStream out) {
        out.println(line);
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
