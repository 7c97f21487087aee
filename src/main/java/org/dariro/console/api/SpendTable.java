package org.dariro.console.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dariro.platform.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * What was spent as a table for a spreadsheet: a row for each item and currency; counts and converted amounts only in the
 * first row of an item, so that columns may be added up.
 */
final class SpendTable {
    private SpendTable() {}

    static String write(SpendView view) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter table = new CSVPrinter(out, CSVFormat.RFC4180)) {
            table.printRecord(
                    view.by(),
                    "name",
                    "texts",
                    "segments",
                    "naive segments",
                    "unpriced texts",
                    "currency",
                    "expected",
                    "charged",
                    "spent",
                    "naive",
                    "saved",
                    "spent in " + view.currency(),
                    "naive in " + view.currency());
            for (SpendView.ItemView item : view.items()) {
                write(table, item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder takes everything
        }
        return out.toString();
    }

    private static void write(CSVPrinter table, SpendView.ItemView item) throws IOException {
        SpendView.AmountsView converted = item.converted();
        String spent = converted == null ? "" : converted.spent();
        String naive = converted == null ? "" : converted.naive();
        if (item.amounts().isEmpty()) {
            table.printRecord(first(item, List.of("", "", "", "", "", "", spent, naive)));
        }
        boolean first = true;
        for (SpendView.AmountsView amounts : item.amounts()) {
            List<String> cells = List.of(
                    amounts.currency(),
                    amounts.expected(),
                    amounts.charged(),
                    amounts.spent(),
                    amounts.naive(),
                    amounts.saved(),
                    first ? spent : "",
                    first ? naive : "");
            table.printRecord(first ? first(item, cells) : further(item, cells));
            first = false;
        }
    }

    private static List<String> first(SpendView.ItemView item, List<String> amounts) {
        return cells(
                item,
                List.of(
                        Long.toString(item.parcels()),
                        Long.toString(item.segments()),
                        Long.toString(item.naiveSegments()),
                        Long.toString(item.unpriced())),
                amounts);
    }

    private static List<String> further(SpendView.ItemView item, List<String> amounts) {
        return cells(item, List.of("", "", "", ""), amounts);
    }

    private static List<String> cells(SpendView.ItemView item, List<String> counts, List<String> amounts) {
        List<String> cells = new java.util.ArrayList<>();
        cells.add(safe(item.item()));
        cells.add(safe(item.label()));
        cells.addAll(counts);
        cells.addAll(amounts);
        return cells;
    }

    private static String safe(@Nullable String written) {
        return written == null ? "" : CsvText.safe(written);
    }
}
