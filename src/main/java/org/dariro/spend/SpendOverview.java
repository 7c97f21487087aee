package org.dariro.spend;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** What is spent at a glance: today, this month, and for each participant in a week. */
@Component
public class SpendOverview {
    private static final int WEEKS = 4;
    private static final int DAYS_A_WEEK = 7;
    private final Spending spending;
    private final ParticipantDao participants;
    private final Database database;
    private final InstantSource clock;

    @Inject
    public SpendOverview(Spending spending, ParticipantDao participants, Database database, InstantSource clock) {
        this.spending = spending;
        this.participants = participants;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The figures.
     *
     * @param day the day that is going on, in UTC
     * @param currency the programme's
     * @param lately of the last {@code days} days
     * @param days with today, at most four weeks; fewer where the first text is younger
     * @param participants who take part now, mentors not counted
     * @param perWeek what each participant has cost in a week, lately, in the programme's currency; empty while a rate is
     *     missing, or where nobody takes part
     */
    public record Figures(
            LocalDate day,
            String currency,
            Spending.Item today,
            Spending.Item month,
            Spending.Item lately,
            int days,
            int participants,
            Optional<BigDecimal> perWeek) {}

    /** The figures of a group, or (null) of all. */
    public Figures of(@Nullable Long group) {
        spending.bringUp();
        return database.inTransaction(tx -> of(tx, group));
    }

    /** The same, of what was brought up to date before. */
    public Figures of(Transaction tx, @Nullable Long group) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate first = today.minusDays(WEEKS * DAYS_A_WEEK - 1);
        List<Spending.Item> days = spending.report(
                        tx, group, first.isBefore(month) ? first : month, today, Spending.By.DAY)
                .items();
        Spending.Item lately = since(days, first);
        int seen = days.stream()
                .map(item -> LocalDate.parse(item.item()))
                .filter(day -> !day.isBefore(first))
                .findFirst()
                .map(day -> (int) ChronoUnit.DAYS.between(day, today) + 1)
                .orElse(1);
        int people = participants.count(tx, group);
        Optional<BigDecimal> perWeek = lately.converted()
                .filter(sums -> people > 0)
                .map(sums -> sums.spent()
                        .multiply(BigDecimal.valueOf(DAYS_A_WEEK))
                        .divide(BigDecimal.valueOf((long) people * seen), 6, RoundingMode.HALF_UP));
        return new Figures(
                today, spending.currency(), since(days, today), since(days, month), lately, seen, people, perWeek);
    }

    private static Spending.Item since(List<Spending.Item> days, LocalDate first) {
        return Spending.Item.sum(days.stream()
                .filter(item -> !LocalDate.parse(item.item()).isBefore(first))
                .toList());
    }
}
