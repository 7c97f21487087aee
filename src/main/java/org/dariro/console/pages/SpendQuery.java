package org.dariro.console.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dariro.spend.Spending;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see added up. What cannot be understood is as if it was not asked for.
 *
 * @param group its id; null for all
 * @param period {@code month}, {@code last-month}, {@code week}, {@code four-weeks}, {@code quarter} or {@code own}
 * @param from the first day, in UTC
 * @param to the last day
 */
public record SpendQuery(@Nullable Long group, Spending.By by, String period, LocalDate from, LocalDate to) {
    /** The periods to choose from. */
    public static final List<String> PERIODS = List.of("month", "last-month", "week", "four-weeks", "quarter", "own");

    private static final int LONGEST = 1_100;

    static SpendQuery of(
            @Nullable Long group,
            @Nullable String by,
            @Nullable String period,
            @Nullable String from,
            @Nullable String to,
            LocalDate today) {
        Spending.By chosen = Arrays.stream(Spending.By.values())
                .filter(one -> Words.label(one).equals(by))
                .findFirst()
                .orElse(group == null ? Spending.By.GROUP : Spending.By.MEMBER);
        String wanted =
                period != null && PERIODS.contains(period) ? period : from != null || to != null ? "own" : "month";
        return switch (wanted) {
            case "last-month" -> {
                LocalDate first = today.withDayOfMonth(1).minusMonths(1);
                yield new SpendQuery(
                        group, chosen, wanted, first, first.plusMonths(1).minusDays(1));
            }
            case "week" -> new SpendQuery(group, chosen, wanted, today.minusDays(6), today);
            case "four-weeks" -> new SpendQuery(group, chosen, wanted, today.minusDays(27), today);
            case "quarter" -> new SpendQuery(group, chosen, wanted, today.minusDays(83), today);
            case "own" -> own(group, chosen, day(from), day(to), today);
            default -> new SpendQuery(group, chosen, wanted, today.withDayOfMonth(1), today);
        };
    }

    private static SpendQuery own(
            @Nullable Long group, Spending.By by, Optional<LocalDate> from, Optional<LocalDate> to, LocalDate today) {
        LocalDate last = to.orElse(today);
        LocalDate first = from.filter(day -> !day.isAfter(last)).orElse(last.minusDays(29));
        LocalDate within = first.isBefore(last.minusDays(LONGEST)) ? last.minusDays(LONGEST) : first;
        return new SpendQuery(group, by, "own", within, last);
    }

    static Optional<LocalDate> day(@Nullable String written) {
        try {
            return written == null || written.isBlank() || written.length() != 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static long number(@Nullable String written) {
        return written != null && written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    /** How the items are called in keys and addresses. */
    public String chosen() {
        return Words.label(by);
    }

    /** As a part of an address. */
    public String asked() {
        return "by=" + chosen() + "&from=" + from + "&to=" + to;
    }

    /** The address of the page, of a group or the programme. */
    public String page() {
        return group == null ? "/console/spend" : "/console/groups/" + group + "/spend";
    }
}
