package org.dariro.programme.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sheet that says what the columns of the others mean, written from the same list as they are. */
final class Codebook {
    private Codebook() {}

    /** A line of the codebook. */
    record Entry(String file, Column<?> column) {}

    /** The codebook, which describes itself, too. */
    static Sheet<Entry> sheet() {
        return new Sheet<>(
                "codebook.csv",
                List.of(
                        text("file", "File of this export", entry -> entry.file()),
                        text("column", "Column of the file, in its order", entry -> entry.column()
                                .name()),
                        text("type", "text, code (one of a few), integer, decimal, date, time", entry -> entry.column()
                                .type()),
                        text("unit", "What is counted", entry -> entry.column().unit()),
                        text("range", "Which values there can be", entry -> entry.column()
                                .range()),
                        text("meaning", "What it says", entry -> entry.column().meaning()),
                        text("missing", "What an empty cell means", entry -> entry.column()
                                .missing())));
    }

    private static Column<Entry> text(String name, String meaning, Function<Entry, @Nullable Object> value) {
        return new Column<>(name, "text", "", "", meaning, "does not apply", value);
    }

    static List<Entry> entries(Sheets sheets) {
        List<Entry> entries = new ArrayList<>();
        for (Sheet<?> one : sheets.all()) {
            one.columns().forEach(column -> entries.add(new Entry(one.file(), column)));
        }
        sheet().columns().forEach(column -> entries.add(new Entry(sheet().file(), column)));
        return entries;
    }
}
