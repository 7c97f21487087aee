package org.dariro.spend;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The sums of each day (UTC) by group and dimension. Those of days that are over are kept in a table, and made anew when
 * something is entered on one of their parcels; those of today are added up when they are asked for, see {@link SpendHours}.
 */
@Component
public class SpendDays {
    /** What is written near midnight, or committed late, is waited for. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final Database database;
    private final Ledger ledger;
    private final BookDao books;
    private final SpendDayDao dao;
    private final InstantSource clock;
    private final SpendHours hours;

    @Inject
    public SpendDays(Database database, Ledger ledger, BookDao books, SpendDayDao dao, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.books = books;
        this.dao = dao;
        this.clock = clock;
        hours = new SpendHours(ledger, dao, clock, GRACE);
    }

    /** Brings the table up to date: one transaction for what has changed, and one for each day that is over since. */
    public void bringUp() {
        database.useTransaction(this::remake);
        while (database.inTransaction(this::makeNext)) {
            // the next day
        }
    }

    private void remake(Transaction tx) {
        Optional<SpendDayDao.Made> made = dao.lock(tx);
        LocalDate until = made.map(SpendDayDao.Made::until).orElse(null);
        if (until == null) {
            return;
        }
        Instant looked = made.map(SpendDayDao.Made::lookedAt).orElse(Instant.EPOCH);
        Instant now = clock.instant();
        for (LocalDate day : dao.changedDays(tx, looked.minus(GRACE), start(until))) {
            make(tx, day);
        }
        dao.setMade(tx, until, now);
    }

    private boolean makeNext(Transaction tx) {
        Optional<SpendDayDao.Made> made = dao.lock(tx);
        if (made.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        LocalDate over = LocalDate.ofInstant(now.minus(GRACE), ZoneOffset.UTC);
        LocalDate until = made.get().until();
        LocalDate day = until != null
                ? until
                : dao.firstParcel(tx)
                        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                        .orElse(over);
        if (!day.isBefore(over)) {
            return false;
        }
        make(tx, day);
        Instant looked = made.get().lookedAt();
        dao.setMade(tx, day.plusDays(1), looked == null ? now : looked);
        return true;
    }

    private void make(Transaction tx, LocalDate day) {
        dao.replace(tx, day, over(tx, day, null));
    }

    /**
     * The sums from a day to before another, of one group or (null) of all. They are as new as the last {@link #bringUp}, and
     * those of the days since are of this moment. Amounts in {@code currency} and counts may stand under the first day, and
     * all under group 0, unless {@code wide}; then items are left out.
     */
    List<DayRow> rows(
            Transaction tx,
            LocalDate from,
            LocalDate to,
            @Nullable Long group,
            Dimension dimension,
            String currency,
            boolean wide) {
        LocalDate until = dao.made(tx).until();
        LocalDate live = until == null || until.isBefore(from) ? from : until.isAfter(to) ? to : until;
        List<DayRow> rows = new ArrayList<>(dao.rows(tx, from, live, group, dimension, currency, wide));
        live(tx, live, to, group).stream()
                .filter(row -> row.key().dimension() == dimension)
                .forEach(rows::add);
        return rows;
    }

    /** The sums of days as they are now; there are none after today. */
    private List<DayRow> live(Transaction tx, LocalDate from, LocalDate to, @Nullable Long group) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<DayRow> rows = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to) && day.isBefore(today); day = day.plusDays(1)) {
            rows.addAll(over(tx, day, group));
        }
        if (!from.isAfter(today) && to.isAfter(today)) {
            rows.addAll(hours.rows(tx, today, group));
            rows.addAll(sessions(tx, today, group, new DaySums()));
        }
        return rows;
    }

    private List<DayRow> over(Transaction tx, LocalDate day, @Nullable Long group) {
        DaySums sums = new DaySums();
        ledger.read(tx, start(day), start(day.plusDays(1)), group, sums::add);
        return sessions(tx, day, group, sums);
    }

    private List<DayRow> sessions(Transaction tx, LocalDate day, @Nullable Long group, DaySums sums) {
        books.sessions(tx, start(day), start(day.plusDays(1)), group).forEach(charge -> sums.add(day, charge));
        return sums.rows();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
