package org.dariro.console.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dariro.programme.BudgetStanding;
import org.dariro.programme.Budgeting;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Course;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * A budget as a page shows it. All amounts are written with their currency.
 *
 * @param limit what posts may cost
 * @param expected null where nothing is forecast
 * @param range within which it is four times of five
 * @param rung a label: {@code chosen}, {@code digest}
 * @param programmes whether it is the programme's budget that slows the group down
 * @param alarms labels, the gravest first
 * @param chart null where the budget does not hold
 */
public record BudgetShown(
        String amount,
        String limit,
        String reserve,
        String reserveSpent,
        String spent,
        String left,
        String share,
        @Nullable String inHand,
        @Nullable String expected,
        @Nullable String range,
        @Nullable String expectedShare,
        String from,
        String until,
        String setBy,
        Instant setAt,
        String rung,
        boolean programmes,
        Instant since,
        boolean stuck,
        boolean over,
        int unpriced,
        List<String> alarms,
        List<Happened> events,
        @Nullable BudgetChart chart,
        List<Tick> ticks,
        List<Week> weeks) {
    private static final int MOST_EVENTS = 20;

    /** Something that happened to it. */
    public record Happened(Instant at, String kind) {}

    /** A line of the drawing's ground, with its amount. */
    public record Tick(String y, String textY, String amount) {}

    /** What was spent until a day was over. */
    public record Week(String day, String spent) {}

    static String day(Visit visit, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.forLanguageTag(visit.language()))
                .format(day);
    }

    static BudgetShown of(Visit visit, BudgetStanding standing, List<Course.Hour> hours, Instant now) {
        Budget budget = standing.state().budget().orElseThrow();
        String currency = budget.currency();
        Figures figures = Figures.of(visit);
        double limit = budget.limit().doubleValue();
        double spent = standing.spent().doubleValue();
        Forecast forecast = standing.forecast().orElse(null);
        boolean holds = budget.holds(now);
        BudgetChart chart = holds
                ? BudgetChart.of(budget.begins(), now, budget.ends(), hours, spent, limit, standing.forecast())
                : null;
        LocalDate until = LocalDate.ofInstant(budget.ends().minusSeconds(1), ZoneOffset.UTC);
        return new BudgetShown(
                figures.money(budget.amount(), currency),
                figures.money(budget.limit(), currency),
                figures.money(budget.reserve(), currency),
                figures.money(standing.state().owed(), currency),
                figures.money(standing.spent(), currency),
                figures.money(standing.state().left().orElse(java.math.BigDecimal.ZERO), currency),
                figures.percent(limit <= 0 ? 1 : spent / limit),
                standing.state()
                        .hand()
                        .filter(hand -> standing.group().isPresent())
                        .map(hand -> figures.money(hand, currency))
                        .orElse(null),
                forecast == null ? null : figures.amount(forecast.expected()) + "\u00a0" + currency,
                forecast == null
                        ? null
                        : visit.text("spend-range", figures.amount(forecast.low()), figures.amount(forecast.high())),
                forecast == null ? null : figures.percent(limit <= 0 ? 1 : forecast.expected() / limit),
                day(visit, LocalDate.ofInstant(budget.begins(), ZoneOffset.UTC)),
                day(visit, until),
                budget.setBy(),
                budget.setAt(),
                Words.label(standing.rung()),
                standing.state().rung() != standing.rung(),
                standing.state().since(),
                standing.state().stuck(),
                !holds,
                standing.unpriced(),
                alarms(standing),
                standing.events().stream()
                        .limit(MOST_EVENTS)
                        .map(event -> new Happened(event.at(), Words.label(event.kind())))
                        .toList(),
                chart,
                ticks(figures, chart),
                weeks(visit, figures, currency, chart));
    }

    /** The words of the chart's ground have no decimals where the amounts are large enough. */
    private static List<Tick> ticks(Figures figures, @Nullable BudgetChart chart) {
        List<Tick> ticks = new ArrayList<>();
        for (BudgetChart.Tick tick : chart == null ? List.<BudgetChart.Tick>of() : chart.ticks()) {
            boolean whole = Math.rint(tick.amount()) == tick.amount();
            ticks.add(new Tick(
                    tick.y(),
                    tick.textY(),
                    whole ? figures.number((long) tick.amount()) : figures.amount(tick.amount())));
        }
        return ticks;
    }

    private static List<Week> weeks(Visit visit, Figures figures, String currency, @Nullable BudgetChart chart) {
        return chart == null
                ? List.of()
                : chart.weeks().stream()
                        .map(day -> new Week(day(visit, day.on()), figures.amount(day.spent()) + "\u00a0" + currency))
                        .toList();
    }

    /** Of what was spent only the last mark; what holds no more is left out. */
    private static List<String> alarms(BudgetStanding standing) {
        List<String> alarms = new ArrayList<>();
        boolean mark = false;
        for (Event.Kind kind : Budgeting.GRAVEST) {
            boolean spent = kind == Event.Kind.SPENT_100 || kind == Event.Kind.SPENT_80 || kind == Event.Kind.SPENT_50;
            if (!standing.alarms().contains(kind)
                    || (spent && mark)
                    || (kind == Event.Kind.CAP && !standing.state().stuck())
                    || (kind == Event.Kind.UNPRICED && standing.unpriced() == 0)) {
                continue;
            }
            mark |= spent || kind == Event.Kind.CAP;
            alarms.add(Words.label(kind));
        }
        return alarms;
    }
}
