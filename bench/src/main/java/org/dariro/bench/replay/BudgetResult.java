package org.dariro.bench.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dariro.bench.Figure;
import org.dariro.spend.budget.Rung;
import org.dariro.spend.budget.Step;

/** What members felt of a budget. */
final class BudgetResult {
    private static final int WEEKS = TenWeeks.DAYS / 7;
    private final String group;
    private final String policy;
    private final int percent;
    private final BigDecimal budget;
    private final List<List<Long>> delays = new ArrayList<>();
    private final Map<Rung, Integer> hours = new EnumMap<>(Rung.class);
    private final int[] hoursOfWeek = new int[WEEKS];
    private final List<String> steps = new ArrayList<>();
    private int hour;
    private long undelivered;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;
    private int owedTexts;
    private int owedInReserve;
    private int reversals;
    private int direction;
    private Duration shut = Duration.ZERO;
    private Instant lastRefused = Instant.EPOCH;

    BudgetResult(String group, String policy, int percent, BigDecimal budget) {
        this.group = group;
        this.policy = policy;
        this.percent = percent;
        this.budget = budget;
        for (int week = 0; week < WEEKS; week++) {
            delays.add(new ArrayList<>());
        }
    }

    void hour(Rung rung) {
        hours.merge(rung, 1, Integer::sum);
        hoursOfWeek[hour++ / (7 * 24)] += rung == Rung.USSD ? 1 : 0;
    }

    void arrived(Instant written, Duration delay) {
        delays.get((int) (written.getEpochSecond() / (7 * 86_400))).add(delay.toSeconds());
    }

    /** A text did not fit into the budget. */
    void refused(Instant at) {
        if (lastRefused.plus(Duration.ofHours(1)).isBefore(at)) {
            shut = shut.plusHours(1);
            lastRefused = at;
        }
    }

    void step(Instant at, Step step) {
        steps.add(at + " " + step.from() + " " + step.to() + " " + step.why());
        int to = step.to().compareTo(step.from()) > 0 ? 1 : -1;
        reversals += to != direction && direction != 0 ? 1 : 0;
        direction = to;
    }

    void dialled(int posts) {
        undelivered += posts;
    }

    void unreadAtTheEnd(int posts) {
        undelivered += posts;
    }

    void owed(boolean inReserve) {
        owedTexts++;
        owedInReserve += inReserve ? 1 : 0;
    }

    void spent(BigDecimal forPosts, BigDecimal forOwed) {
        spent = forPosts;
        owed = forOwed;
    }

    BigDecimal overspend() {
        return spent.add(owed).subtract(budget).max(BigDecimal.ZERO);
    }

    List<String> steps() {
        return steps;
    }

    private double hours(Rung rung) {
        return hours.getOrDefault(rung, 0) * 100.0 / hour;
    }

    private static double seconds(List<Long> delays, double quantile) {
        List<Long> sorted = delays.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) (quantile * sorted.size())));
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        List<Long> all = delays.stream().flatMap(List::stream).toList();
        Figure whole = figure("budget")
                .with("budget", budget.toPlainString())
                .with("spent", spent.add(owed).toPlainString())
                .with("spent_pct", spent.add(owed).doubleValue() * 100 / budget.doubleValue(), 1)
                .with("overspend", overspend().toPlainString())
                .with("median_delay_s", seconds(all, 0.5), 0)
                .with("p95_delay_s", seconds(all, 0.95), 0)
                .with("by_sms_pct", all.size() * 100.0 / (all.size() + undelivered), 1)
                .with("ussd_only_copies", undelivered);
        for (Rung rung : Rung.values()) {
            whole.with(rung.name().toLowerCase(java.util.Locale.ROOT) + "_pct", hours(rung), 1);
        }
        figures.add(whole.with("steps", steps.size())
                .with("reversals", reversals)
                .with("cap_hours", shut.toHours())
                .with("owed_texts", owedTexts)
                .with("owed_sent", owedTexts)
                .with("owed_beyond_reserve", owedTexts - owedInReserve));
        for (int week = 0; week < WEEKS; week++) {
            figures.add(figure("budget-week")
                    .with("week", week + 1)
                    .with("by_sms", delays.get(week).size())
                    .with("median_delay_s", seconds(delays.get(week), 0.5), 0)
                    .with("p95_delay_s", seconds(delays.get(week), 0.95), 0)
                    .with("ussd_hours", hoursOfWeek[week]));
        }
        return figures;
    }

    private Figure figure(String name) {
        return new Figure(name).with("group", group).with("policy", policy).with("budget_pct", percent);
    }
}
