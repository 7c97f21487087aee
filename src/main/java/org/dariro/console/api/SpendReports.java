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
import org.dariro.spend.SpendOverview;
import org.dariro.spend.SpendTexts;
import org.dariro.spend.Spending;
import org.jspecify.annotations.Nullable;

/** Reads what was spent for the API, and gives the items the names that people know them by. */
@Component
public class SpendReports {
    private static final int MOST_DAYS = 1_100;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_TEXTS = 20_000;

    private final Spending spending;
    private final Database database;
    private final Groups groups;
    private final SpendNames names;
    private final SpendTexts texts;
    private final SpendOverview overview;
    private final InstantSource clock;

    @Inject
    public SpendReports(
            Spending spending,
            Database database,
            Groups groups,
            SpendNames names,
            SpendTexts texts,
            SpendOverview overview,
            InstantSource clock) {
        this.spending = spending;
        this.database = database;
        this.groups = groups;
        this.names = names;
        this.texts = texts;
        this.overview = overview;
        this.clock = clock;
    }

    /**
     * What was spent, as a caller asks for it.
     *
     * @throws Refused when it is asked for wrongly
     */
    public SpendView read(@Nullable String group, @Nullable String from, @Nullable String to, @Nullable String by) {
        Fields fields = new Fields();
        Asked asked = asked(fields, group, from, to, by);
        fields.check();
        Long of = asked.group();
        Spending.Report report = spending.report(of, asked.from(), asked.to(), asked.by());
        return database.inTransaction(tx -> {
            if (of != null && of != 0 && groups.find(tx, of).isEmpty()) {
                throw Refused.notFound("group");
            }
            return view(tx, report, asked.from(), asked.to(), asked.by());
        });
    }

    /** The same as a table for a spreadsheet. */
    public String table(@Nullable String group, @Nullable String from, @Nullable String to, @Nullable String by) {
        return SpendTable.write(read(group, from, to, by));
    }

    /** At a glance. */
    SpendOverviewView overview(@Nullable String group) {
        Fields fields = new Fields();
        Long of = asked(fields, group, null, null, null).group();
        fields.check();
        if (of != null && of != 0) {
            database.useTransaction(tx -> GroupsResource.find(tx, groups, of));
        }
        SpendOverview.Figures figures = overview.of(of);
        return new SpendOverviewView(
                figures.day().toString(),
                figures.currency(),
                item(figures.today(), Optional.empty()),
                item(figures.month(), Optional.empty()),
                item(figures.lately(), Optional.empty()),
                figures.days(),
                figures.participants(),
                figures.perWeek().isPresent()
                        ? SpendView.plain(figures.perWeek().get())
                        : null);
    }

    /** The texts that a sum is made of, the latest first. */
    Page<SpendTextView> texts(SpendTexts.Wanted wanted, @Nullable String after, @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(tx -> {
            SpendTexts.Part part = texts.read(tx, wanted, paging.after(), paging.limit());
            Map<String, String> known = names.of(
                    tx,
                    Spending.By.MEMBER,
                    part.texts().stream()
                            .flatMap(book -> SpendNames.items(book.parcel(), Spending.By.MEMBER).stream())
                            .distinct()
                            .toList());
            return new Page<>(
                    part.texts().stream()
                            .map(book -> SpendTextView.of(book, known))
                            .toList(),
                    part.next().isPresent() ? part.next().get() : null);
        });
    }

    /** The same as a table for a spreadsheet: the latest 20,000. */
    public String textTable(SpendTexts.Wanted wanted) {
        return database.inTransaction(tx -> new SpendTextTable(texts, names).write(tx, wanted, MOST_TEXTS));
    }

    /** Which sum is meant. */
    SpendTexts.Wanted wanted(
            @Nullable String group,
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            @Nullable String item) {
        Fields fields = new Fields();
        Asked asked = asked(fields, group, from, to, by);
        boolean good = item == null
                || switch (asked.by()) {
                    case GROUP -> item.matches("[0-9]{1,18}");
                    case MEMBER, LINE, CAUSE -> item.matches("[0-9]{0,18}");
                    case DAY -> day(new Fields(), "item", item).isPresent();
                    case NETWORK, KIND -> item.matches("[A-Za-z0-9]{0,12}");
                };
        if (!good) {
            fields.fault("item", "This is one of the items of GET /spend with the same by.");
        }
        fields.check();
        return new SpendTexts.Wanted(asked.group(), asked.from(), asked.to(), asked.by(), item);
    }

    private record Asked(@Nullable Long group, LocalDate from, LocalDate to, Spending.By by) {}

    private Asked asked(
            Fields fields, @Nullable String group, @Nullable String from, @Nullable String to, @Nullable String by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = day(fields, "to", to).orElse(today);
        LocalDate first = day(fields, "from", from).orElse(last.minusDays(USUAL_DAYS - 1));
        Spending.By chosen = fields.choice("by", by, Spending.By.class).orElse(Spending.By.GROUP);
        boolean id = group == null || group.matches("[0-9]{1,18}");
        if (!id) {
            fields.fault("group", "This is the id of a group; 0 for what belongs to none.");
        }
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            fields.fault("from", "The first day is not after the last, and at most three years before it.");
        }
        return new Asked(group == null || !id ? null : Long.valueOf(group), first, last, chosen);
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
