package org.dariro.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table for a spreadsheet, in which nothing that somebody wrote is taken for a formula. For one thread. */
public final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final String FORMULA = "=+-@\t\r\n\u0000";
    private final StringBuilder out = new StringBuilder();

    /** Begins with the names of the columns. */
    public CsvText(List<String> columns) {
        row(columns);
    }

    /** Adds a row; null is an empty cell. */
    public void row(List<? extends @Nullable Object> cells) {
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (Object cell : cells) {
                printer.print(cell == null ? "" : safe(cell.toString()));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder takes everything
        }
    }

    /** A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe, unless it is a number. */
    public static String safe(String cell) {
        String text = cell.replace("\u0000", "");
        String begins = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0));
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** What was written since the last call: for a table that is too long to be held. */
    public String take() {
        String text = out.toString();
        out.setLength(0);
        return text;
    }

    /** The table, or what is left of it. */
    @Override
    public String toString() {
        return out.toString();
    }
}
