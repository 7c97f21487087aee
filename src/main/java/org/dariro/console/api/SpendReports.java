package org.dariro.console.api;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.spend.SpendNames;
import org.dariro.spend.Spending;
import org.jspecify.annotations.Nullable;

/** Reads what was spent for the API, and gives the items the names that people know them by. */
@Component
public class SpendReports {
    private static final int MOST_DAYS = 1_100;
    private static final int USUAL_DAYS = 30;

    private final Spending spending;
    private final Database database;
    private final Groups groups;
    private final SpendNames names;
    private final InstantSource clock;

    @Inject
    public SpendReports(Spending spending, Database database, Groups groups, SpendNames names, InstantSource clock) {
        this.spending = spending;
        this.database = database;
        this.groups = groups;
        this.names = names;
        this.clock = clock;
    }

    /**
     * What was spent, as a caller asks for it.
     *
     * @throws Refused when it is asked for wrongly
     */
    public SpendView read(@Nullable String group, @Nullable String from, @Nullable String to, @Nullable String by) {
        Fields fields = new Fields();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = day(fields, "to", to).orElse(today);
        LocalDate first = day(fields, "from", from).orElse(last.minusDays(USUAL_DAYS - 1));
        Spending.By chosen = fields.choice("by", by, Spending.By.class).orElse(Spending.By.GROUP);
        if (group != null && !group.matches("[0-9]{1,18}")) {
            fields.fault("group", "This is the id of a group; 0 for what belongs to none.");
        }
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            fields.fault("from", "The first day is not after the last, and at most three years before it.");
        }
        fields.check();
        Long of = group == null ? null : Long.valueOf(group);
        Spending.Report report = spending.report(of, first, last, chosen);
        return database.inTransaction(tx -> {
            if (of != null && of != 0 && groups.find(tx, of).isEmpty()) {
                throw Refused.notFound("group");
            }
            return view(tx, report, first, last, chosen);
        });
    }

    /** The same as a table for a spreadsheet. */
    public String table(@Nullable String group, @Nullable String from, @Nullable String to, @Nullable String by) {
        return SpendTable.write(read(group, from, to, by));
    }

    private static Optional<LocalDate> day(Fields fields, String field, @Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            fields.fault(field, "This is a day in UTC, written 2026-03-01.");
            return Optional.empty();
        }
    }

    private SpendView view(Transaction tx, Spending.Report report, LocalDate from, LocalDate to, Spending.By by) {
        Map<String, String> known = names.of(
                tx, by, report.items().stream().map(Spending.Item::item).toList());
        List<SpendView.ItemView> items = report.items().stream()
                .map(item ->
                        item(item, Optional.ofNullable(known.get(item.item())).or(() -> nothing(by, item.item()))))
                .toList();
        List<SpendView.MissingRateView> missing = report.missing().stream()
                .map(rate -> new SpendView.MissingRateView(
                        rate.from(), rate.to(), rate.day().toString()))
                .toList();
        return new SpendView(
                from.toString(),
                to.toString(),
                Fields.label(by),
                spending.currency(),
                items,
                item(report.total(), Optional.empty()),
                missing);
    }

    private SpendView.ItemView item(Spending.Item item, Optional<String> label) {
        List<SpendView.AmountsView> amounts = new ArrayList<>();
        new TreeMap<>(item.amounts())
                .forEach((currency, sums) -> amounts.add(SpendView.AmountsView.of(currency, sums)));
        return SpendView.ItemView.of(
                item.item().isEmpty() ? null : item.item(),
                label.isPresent() ? label.get() : null,
                item.counts(),
                amounts,
                item.converted().isPresent()
                        ? SpendView.AmountsView.of(
                                spending.currency(), item.converted().get())
                        : null);
    }

    private static Optional<String> nothing(Spending.By by, String item) {
        return switch (by) {
            case GROUP -> item.equals("0") ? Optional.of("no group") : Optional.empty();
            case MEMBER -> item.isEmpty() ? Optional.of("no member") : Optional.empty();
            case CAUSE -> item.isEmpty() ? Optional.of("system") : Optional.empty();
            case LINE -> item.isEmpty() ? Optional.of("no line") : Optional.empty();
            case NETWORK -> item.isEmpty() ? Optional.of("not known") : Optional.empty();
            case DAY, KIND -> Optional.empty();
        };
    }
}
