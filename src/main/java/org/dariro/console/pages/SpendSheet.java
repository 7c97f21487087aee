package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.BudgetForm;
import org.dariro.programme.BudgetStanding;
import org.dariro.programme.Budgeting;
import org.dariro.spend.Amounts;
import org.dariro.spend.SpendNames;
import org.dariro.spend.SpendOverview;
import org.dariro.spend.Spending;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.jspecify.annotations.Nullable;

/** Gathers what the pages of the spend show, of the programme or of a group. */
@Component
public class SpendSheet {
    private static final int MOST_ROWS = 200;

    /** A year and a month; a day that is missing from a row of days would be read as one without spend. */
    private static final int MOST_DAYS = 400;

    private final Database database;
    private final Groups groups;
    private final Spending spending;
    private final SpendOverview overview;
    private final SpendNames names;
    private final Budgeting budgeting;
    private final Budgets budgets;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public SpendSheet(
            Database database,
            Groups groups,
            Spending spending,
            SpendOverview overview,
            SpendNames names,
            Budgeting budgeting,
            Budgets budgets,
            InstantSource clock) {
        this.database = database;
        this.groups = groups;
        this.spending = spending;
        this.overview = overview;
        this.names = names;
        this.budgeting = budgeting;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** The day that is going on, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * An item of a table.
     *
     * @param href where its texts are listed; null where there are none
     */
    public record Row(
            String label,
            @Nullable String href,
            String texts,
            String segments,
            String unpriced,
            String spent,
            String naive,
            String saved) {}

    /**
     * What was asked for, added up.
     *
     * @param further rows that are not shown
     * @param missing currencies without a rate: {@code ZAR}
     */
    public record Table(
            SpendQuery query, String caption, List<Row> rows, Row total, int further, List<String> missing) {}

    /** The figures at the head of the page. */
    public record Head(
            String today,
            String month,
            String naive,
            String saved,
            int days,
            @Nullable String savedShare,
            @Nullable String perWeek,
            int participants,
            long unpriced) {}

    /** A group with a budget or without, and where it stands. */
    public record GroupRow(
            long id,
            String name,
            @Nullable String spent,
            @Nullable String share,
            @Nullable String rung) {}

    /** The page; for a group that is there. */
    Page page(Visit visit, SpendQuery query, @Nullable BudgetForm filled, Map<String, String> faults) {
        spending.bringUp();
        return database.inTransaction(tx -> {
            SpendOverview.Figures figures = overview.of(tx, query.group());
            Table table = table(tx, visit, query);
            Optional<BudgetStanding> standing =
                    budgeting.find(tx, query.group() == null ? Budgets.PROGRAMME : query.group());
            BudgetShown budget = standing.filter(one -> one.state().budget().isPresent())
                    .map(one -> BudgetShown.of(
                            visit,
                            one,
                            budgets.hours(
                                    tx,
                                    one.state().group(),
                                    one.state().budget().orElseThrow().begins()),
                            clock.instant()))
                    .orElse(null);
            return visit.page("spend")
                    .with("group", query.group() == null ? null : groups.get(tx, query.group()))
                    .with("head", head(visit, figures))
                    .with("budget", budget)
                    .with("programme", query.group() != null && budget == null && standing.isPresent())
                    .with("table", table)
                    .with("query", query)
                    .with(
                            "choices",
                            Arrays.stream(Spending.By.values())
                                    .map(Words::label)
                                    .toList())
                    .with("periods", SpendQuery.PERIODS)
                    .with("filled", filled == null ? blank(standing) : filled)
                    .with("faults", faults)
                    .with("groups", query.group() == null ? groups(tx, visit) : List.of());
        });
    }

    private BudgetForm blank(Optional<BudgetStanding> standing) {
        String currency = standing.map(one -> one.state().currency()).orElse(spending.currency());
        return new BudgetForm("", "", currency, "", "");
    }

    private static Head head(Visit visit, SpendOverview.Figures figures) {
        Figures written = Figures.of(visit);
        String currency = figures.currency();
        Optional<Amounts> lately = figures.lately().converted();
        return new Head(
                written.money(figures.today(), currency, Amounts::spent),
                written.money(figures.month(), currency, Amounts::spent),
                written.money(figures.lately(), currency, Amounts::naive),
                written.money(figures.lately(), currency, Amounts::saved),
                figures.days(),
                lately.filter(sums -> sums.naive().signum() > 0)
                        .map(sums -> written.percent(
                                sums.saved().doubleValue() / sums.naive().doubleValue()))
                        .orElse(null),
                figures.perWeek().map(one -> written.money(one, currency)).orElse(null),
                figures.participants(),
                figures.lately().counts().unpriced());
    }

    private List<GroupRow> groups(Transaction tx, Visit visit) {
        Map<Long, Budget.State> states = new HashMap<>();
        budgets.all(tx).forEach(state -> states.put(state.group(), state));
        Figures written = Figures.of(visit);
        return groups.all(tx).stream()
                .filter(group -> !group.closed())
                .map(group -> row(visit, written, group, Optional.ofNullable(states.get(group.id()))))
                .toList();
    }

    private static GroupRow row(Visit visit, Figures written, Group group, Optional<Budget.State> state) {
        Optional<Budget.State> own = state.filter(one ->
                one.budget().filter(budget -> budget.limit().signum() > 0).isPresent());
        return new GroupRow(
                group.id(),
                group.name(),
                own.map(one -> visit.text(
                                "spend-of",
                                written.amount(one.spent()),
                                written.money(one.budget().orElseThrow().limit(), one.currency())))
                        .orElse(null),
                own.map(one -> written.percent(one.spent().doubleValue()
                                / one.budget().orElseThrow().limit().doubleValue()))
                        .orElse(null),
                state.map(one -> Words.label(one.rung())).orElse(null));
    }

    private Table table(Transaction tx, Visit visit, SpendQuery query) {
        Spending.Report report = spending.report(tx, query.group(), query.from(), query.to(), query.by());
        List<Spending.Item> items = report.items().stream()
                .filter(item -> item.counts().parcels() > 0 || !item.amounts().isEmpty())
                .sorted(query.by() == Spending.By.DAY ? byItem().reversed() : dearest())
                .toList();
        List<Spending.Item> shown = items.stream()
                .limit(query.by() == Spending.By.DAY ? MOST_DAYS : MOST_ROWS)
                .toList();
        List<String> ids = shown.stream().map(Spending.Item::item).toList();
        Map<String, String> known =
                query.group() == null ? names.withGroups(tx, query.by(), ids) : names.of(tx, query.by(), ids);
        Figures written = Figures.of(visit);
        String caption = visit.text(
                "spend-caption",
                visit.text("by-" + query.chosen()),
                BudgetShown.day(visit, query.from()),
                BudgetShown.day(visit, query.to()));
        return new Table(
                query,
                caption,
                shown.stream()
                        .map(item -> row(
                                written,
                                item,
                                label(visit, query.by(), item.item(), known),
                                item.counts().parcels() == 0
                                        ? null
                                        : query.page() + "/texts?" + query.asked() + "&item=" + item.item()))
                        .toList(),
                row(written, report.total(), visit.text("spend-total"), query.page() + "/texts?" + query.asked()),
                items.size() - shown.size(),
                report.missing().stream().map(Spending.MissingRate::from).toList());
    }

    private static Comparator<Spending.Item> byItem() {
        return Comparator.comparing(Spending.Item::item);
    }

    private static Comparator<Spending.Item> dearest() {
        return Comparator.comparing((Spending.Item item) -> item.converted()
                        .map(Amounts::spent)
                        .orElseGet(() -> item.amounts().values().stream()
                                .map(Amounts::spent)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .reversed()
                .thenComparing(byItem());
    }

    private Row row(Figures written, Spending.Item item, String label, @Nullable String href) {
        String currency = spending.currency();
        return new Row(
                label,
                href,
                written.number(item.counts().parcels()),
                written.number(item.counts().segments()),
                item.counts().unpriced() == 0
                        ? ""
                        : written.number(item.counts().unpriced()),
                written.money(item, currency, Amounts::spent),
                written.money(item, currency, Amounts::naive),
                written.money(item, currency, Amounts::saved));
    }

    /** What an item is called; in the words of the page for what has no name. */
    String label(Visit visit, Spending.By by, String item, Map<String, String> known) {
        String name = known.get(item);
        if (name != null) {
            return name;
        }
        return switch (by) {
            case DAY -> BudgetShown.day(visit, LocalDate.parse(item));
            case KIND -> visit.named("kind", item.toLowerCase(java.util.Locale.ROOT));
            case GROUP -> item.equals("0") ? visit.text("none-group") : item;
            case MEMBER -> item.isEmpty() ? visit.text("none-member") : visit.text("no-name", item);
            case CAUSE -> item.isEmpty() ? visit.text("none-cause") : visit.text("no-name", item);
            case LINE -> item.isEmpty() ? visit.text("none-line") : item;
            case NETWORK -> item.isEmpty() ? visit.text("none-network") : item;
        };
    }
}
