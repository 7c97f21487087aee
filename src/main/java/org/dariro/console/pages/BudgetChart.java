package org.dariro.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.spend.budget.Course;
import org.dariro.spend.budget.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * What was spent of a budget so far and what is expected until its end, as the lines of a drawing. Pure.
 *
 * @param days what was spent until the end of each day, from the first day on; the last one is the day that is going on
 */
public record BudgetChart(List<Day> days, Scale scale, Optional<Forecast> forecast, double limit) {
    private static final int LEFT = 38;
    private static final int RIGHT = 314;
    private static final int TOP = 14;
    private static final int BOTTOM = 174;
    private static final double AIR = 1.08;
    private static final int TICKS = 4;

    public BudgetChart {
        days = List.copyOf(days);
    }

    /** A day and what was spent until it was over. */
    public record Day(LocalDate on, double spent) {}

    /** From where to where the drawing goes. */
    public record Scale(Instant begins, Instant now, Instant ends, double top) {
        double x(Instant at) {
            long all = Math.max(1, Duration.between(begins, ends).toSeconds());
            long gone = Math.max(0, Math.min(all, Duration.between(begins, at).toSeconds()));
            return LEFT + (double) gone / (double) all * (RIGHT - LEFT);
        }

        double y(double amount) {
            return BOTTOM - Math.max(0, Math.min(top, amount)) / top * (BOTTOM - TOP);
        }
    }

    /**
     * Draws.
     *
     * @param spent until now
     * @param limit what may be spent
     */
    static BudgetChart of(
            Instant begins,
            Instant now,
            Instant ends,
            List<Course.Hour> hours,
            double spent,
            double limit,
            Optional<Forecast> forecast) {
        TreeMap<LocalDate, Double> byDay = new TreeMap<>();
        for (Course.Hour hour : hours) {
            if (!hour.at().isBefore(begins.truncatedTo(ChronoUnit.HOURS))) {
                byDay.merge(LocalDate.ofInstant(hour.at(), ZoneOffset.UTC), hour.spent(), Double::sum);
            }
        }
        double counted =
                byDay.values().stream().mapToDouble(Double::doubleValue).sum();
        double sum = spent - counted; // what was corrected later, or spent before it was counted by hours
        LocalDate first = LocalDate.ofInstant(begins, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(now.isBefore(ends) ? now : ends, ZoneOffset.UTC);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum += byDay.getOrDefault(day, 0.0);
            days.add(new Day(day, Math.max(0, sum)));
        }
        double highest =
                Math.max(limit, Math.max(spent, forecast.map(Forecast::high).orElse(0.0)));
        double top = Math.max(0.01, Math.min(highest, 3 * Math.max(limit, spent)) * AIR);
        return new BudgetChart(days, new Scale(begins, now, ends, top), forecast, limit);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private Instant end(Day day) {
        Instant over = day.on().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return over.isAfter(scale.now()) ? scale.now() : over;
    }

    private double spent() {
        return days.isEmpty() ? 0 : days.get(days.size() - 1).spent();
    }

    /** The points of what was spent. */
    public String line() {
        StringBuilder points = new StringBuilder(point(LEFT, BOTTOM));
        days.forEach(day -> points.append(' ').append(point(scale.x(end(day)), scale.y(day.spent()))));
        return points.toString();
    }

    /** The same, closed at the bottom. */
    public String area() {
        return line() + " " + point(scale.x(scale.now()), BOTTOM);
    }

    /** The corners of what four of five times will be. */
    public @Nullable String band() {
        return forecast.map(one -> point(scale.x(scale.now()), scale.y(spent())) + " "
                        + point(RIGHT, scale.y(one.high())) + " " + point(RIGHT, scale.y(one.low())))
                .orElse(null);
    }

    /** The two ends of what is expected. */
    public @Nullable String expected() {
        return forecast.map(one ->
                        point(scale.x(scale.now()), scale.y(spent())) + " " + point(RIGHT, scale.y(one.expected())))
                .orElse(null);
    }

    /** How high the limit stands. */
    public String limitY() {
        return String.format(Locale.ROOT, "%.1f", scale.y(limit));
    }

    /** Where the word for it stands: below the line when there is no room above. */
    public String limitWordY() {
        return String.format(Locale.ROOT, "%.1f", scale.y(limit) < TOP + 12 ? scale.y(limit) + 13 : scale.y(limit) - 5);
    }

    /** Where this moment is. */
    public String nowX() {
        return String.format(Locale.ROOT, "%.1f", scale.x(scale.now()));
    }

    /** A line of the ground with its amount. */
    public record Tick(String y, String textY, double amount) {}

    /** Round amounts. */
    public List<Tick> ticks() {
        double step = step(scale.top() / TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= scale.top(); i++) {
            double y = scale.y(i * step);
            ticks.add(new Tick(
                    String.format(Locale.ROOT, "%.1f", y), String.format(Locale.ROOT, "%.1f", y + 4), i * step));
        }
        return ticks;
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
    }

    /** One day of each week, and the last: what stands in the table beside the drawing. */
    public List<Day> weeks() {
        List<Day> weeks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int left = days.size() - 1 - i;
            if (left % 7 == 0 && left / 7 < 12) {
                weeks.add(days.get(i));
            }
        }
        return weeks;
    }
}
