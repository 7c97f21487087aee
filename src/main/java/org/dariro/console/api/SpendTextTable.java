package org.dariro.console.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dariro.platform.CsvText;
import org.dariro.platform.Transaction;
import org.dariro.spend.Correction;
import org.dariro.spend.ParcelBook;
import org.dariro.spend.SpendNames;
import org.dariro.spend.SpendTexts;
import org.dariro.spend.Spending;

/** The texts that a sum is made of, for a spreadsheet: no words, no numbers. */
final class SpendTextTable {
    private static final int PAGE = 2_000;
    private static final List<String> COLUMNS = List.of(
            "text",
            "written at (UTC)",
            "group",
            "reader",
            "kind",
            "line",
            "network",
            "whose words",
            "segments",
            "naive segments",
            "failed",
            "estimate",
            "estimate currency",
            "spent",
            "spent currency",
            "charged",
            "corrections");

    private final SpendTexts texts;
    private final SpendNames names;

    SpendTextTable(SpendTexts texts, SpendNames names) {
        this.texts = texts;
        this.names = names;
    }

    /** At most so many rows, the latest texts. */
    String write(Transaction tx, SpendTexts.Wanted wanted, int most) {
        CsvText table = new CsvText(COLUMNS);
        long after = 0;
        int rows = 0;
        do {
            SpendTexts.Part part = texts.read(tx, wanted, after, Math.min(PAGE, most - rows));
            Names known = known(tx, part.texts());
            part.texts().forEach(book -> table.row(row(book, known)));
            rows += part.texts().size();
            after = part.next().orElse(0L);
        } while (after != 0 && rows < most);
        return table.toString();
    }

    private record Names(
            Map<String, String> groups,
            Map<String, String> places,
            Map<String, String> lines,
            Map<String, String> networks) {}

    private Names known(Transaction tx, List<ParcelBook> books) {
        return new Names(
                names.of(tx, Spending.By.GROUP, ids(books, Spending.By.GROUP)),
                names.of(tx, Spending.By.MEMBER, ids(books, Spending.By.MEMBER)),
                names.of(tx, Spending.By.LINE, ids(books, Spending.By.LINE)),
                names.of(tx, Spending.By.NETWORK, ids(books, Spending.By.NETWORK)));
    }

    private static List<String> ids(List<ParcelBook> books, Spending.By by) {
        return books.stream()
                .flatMap(book -> SpendNames.items(book.parcel(), by).stream())
                .distinct()
                .toList();
    }

    private static List<Object> row(ParcelBook book, Names known) {
        var text = book.parcel();
        List<Object> cells = new ArrayList<>(Arrays.asList(
                text.id(),
                text.at().toString(),
                known.groups().getOrDefault(Long.toString(text.group()), ""),
                text.place()
                        .map(id -> known.places().getOrDefault(Long.toString(id), ""))
                        .orElse(""),
                text.kind().toLowerCase(java.util.Locale.ROOT),
                known.lines().getOrDefault(Long.toString(text.line()), ""),
                text.network()
                        .map(code -> known.networks().getOrDefault(code, code))
                        .orElse(""),
                text.causedBy()
                        .map(id -> known.places().getOrDefault(Long.toString(id), ""))
                        .orElse(""),
                text.segments(),
                text.naiveSegments(),
                text.failed() ? "yes" : "",
                text.estimate().map(money -> SpendView.plain(money.amount())).orElse(""),
                text.estimate().map(money -> money.currency()).orElse("")));
        Map<String, BigDecimal> spent = book.spent();
        cells.add(
                book.unpriced()
                        ? ""
                        : join(spent.values().stream().map(SpendView::plain).toList()));
        cells.add(book.unpriced() ? "" : join(List.copyOf(spent.keySet())));
        cells.add(join(book.charged().entrySet().stream()
                .map(one -> SpendView.plain(one.getValue()) + " " + one.getKey())
                .toList()));
        cells.add(join(book.corrections().stream().map(SpendTextTable::words).toList()));
        return cells;
    }

    private static String words(Correction one) {
        return Fields.label(one.reason())
                + one.currency()
                        .map(currency -> " " + SpendView.plain(one.amount()) + " " + currency)
                        .orElse("");
    }

    private static String join(List<String> parts) {
        return parts.stream().collect(Collectors.joining("; "));
    }
}
