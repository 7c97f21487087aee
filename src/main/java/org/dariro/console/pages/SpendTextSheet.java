package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.spend.Correction;
import org.dariro.spend.ParcelBook;
import org.dariro.spend.SpendNames;
import org.dariro.spend.SpendTexts;
import org.dariro.spend.Spending;
import org.dariro.spend.Written;
import org.jspecify.annotations.Nullable;

/** Lists the texts that a sum of the spend is made of. */
@Component
public class SpendTextSheet {
    private static final int MOST = 50;
    private final Database database;
    private final Groups groups;
    private final SpendTexts texts;
    private final SpendNames names;
    private final SpendSheet sheet;

    @Inject
    public SpendTextSheet(Database database, Groups groups, SpendTexts texts, SpendNames names, SpendSheet sheet) {
        this.database = database;
        this.groups = groups;
        this.texts = texts;
        this.names = names;
        this.sheet = sheet;
    }

    /**
     * A text.
     *
     * @param price of a segment, as it was estimated
     * @param charged null while nothing is charged
     */
    public record Row(
            long id,
            Instant at,
            String reader,
            @Nullable String group,
            String kind,
            @Nullable String cause,
            String line,
            @Nullable String network,
            int segments,
            @Nullable String price,
            @Nullable String estimate,
            @Nullable String charged,
            List<String> corrections,
            boolean failed,
            boolean unpriced) {}

    /** Which sum is asked for; an item that cannot be one is none. */
    static SpendTexts.Wanted wanted(SpendQuery query, @Nullable String item) {
        boolean good = item != null
                && switch (query.by()) {
                    case GROUP -> item.matches("[0-9]{1,18}");
                    case MEMBER, LINE, CAUSE -> item.matches("[0-9]{0,18}");
                    case DAY -> SpendQuery.day(item).isPresent();
                    case NETWORK, KIND -> item.matches("[A-Za-z0-9]{0,12}");
                };
        return new SpendTexts.Wanted(query.group(), query.from(), query.to(), query.by(), good ? item : null);
    }

    Page page(Visit visit, SpendQuery query, @Nullable String item, long after) {
        SpendTexts.Wanted wanted = wanted(query, item);
        return database.inTransaction(tx -> {
            SpendTexts.Part part = texts.read(tx, wanted, after, MOST);
            Map<String, String> of =
                    wanted.item() == null ? Map.of() : names.withGroups(tx, query.by(), List.of(wanted.item()));
            String what = wanted.item() == null
                    ? visit.text("spend-total")
                    : sheet.label(visit, query.by(), wanted.item(), of);
            String asked = query.asked() + (wanted.item() == null ? "" : "&item=" + wanted.item());
            return visit.page("spend-texts")
                    .with("group", query.group() == null ? null : groups.get(tx, query.group()))
                    .with("query", query)
                    .with("asked", asked)
                    .with("what", what)
                    .with("from", BudgetShown.day(visit, query.from()))
                    .with("to", BudgetShown.day(visit, query.to()))
                    .with("rows", rows(tx, visit, part.texts()))
                    .with("next", part.next().orElse(null))
                    .with("later", after > 0);
        });
    }

    private List<Row> rows(Transaction tx, Visit visit, List<ParcelBook> books) {
        Map<String, String> places = names(tx, books, Spending.By.MEMBER);
        Map<String, String> circles = names(tx, books, Spending.By.GROUP);
        Map<String, String> lines = names(tx, books, Spending.By.LINE);
        Map<String, String> networks = names(tx, books, Spending.By.NETWORK);
        return books.stream()
                .map(book -> {
                    Written text = book.parcel();
                    return new Row(
                            text.id(),
                            text.at(),
                            text.place()
                                    .map(id -> sheet.label(visit, Spending.By.MEMBER, Long.toString(id), places))
                                    .orElseGet(() -> visit.text("none-member")),
                            circles.get(Long.toString(text.group())),
                            sheet.label(visit, Spending.By.KIND, text.kind(), Map.of()),
                            text.causedBy()
                                    .map(id -> sheet.label(visit, Spending.By.CAUSE, Long.toString(id), places))
                                    .orElse(null),
                            sheet.label(visit, Spending.By.LINE, Long.toString(text.line()), lines),
                            text.network()
                                    .map(code -> sheet.label(visit, Spending.By.NETWORK, code, networks))
                                    .orElse(null),
                            text.segments(),
                            price(visit, text),
                            text.estimate()
                                    .map(money -> Figures.of(visit).exact(money.amount(), money.currency()))
                                    .orElse(null),
                            book.charges().isEmpty() ? null : monies(visit, book.charged()),
                            book.corrections().stream()
                                    .map(one -> words(visit, one))
                                    .toList(),
                            text.failed(),
                            book.unpriced());
                })
                .toList();
    }

    private Map<String, String> names(Transaction tx, List<ParcelBook> books, Spending.By by) {
        return names.of(
                tx,
                by,
                books.stream()
                        .flatMap(book -> SpendNames.items(book.parcel(), by).stream())
                        .distinct()
                        .toList());
    }

    private static @Nullable String price(Visit visit, Written text) {
        return text.estimate()
                .map(money -> Figures.of(visit)
                        .exact(
                                money.amount().divide(BigDecimal.valueOf(text.segments()), 6, RoundingMode.HALF_UP),
                                money.currency()))
                .orElse(null);
    }

    private static String monies(Visit visit, Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .map(one -> Figures.of(visit).exact(one.getValue(), one.getKey()))
                .collect(Collectors.joining(" + "));
    }

    private static String words(Visit visit, Correction one) {
        Optional<String> amount =
                one.currency().map(currency -> " (" + Figures.of(visit).exact(one.amount(), currency) + ")");
        return visit.named("correction", Words.label(one.reason())) + amount.orElse("");
    }
}
