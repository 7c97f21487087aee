package org.dariro.spend;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The sums of each day (UTC) by group and dimension. Those of days that are over are kept in a table, with those of blocks of
 * such days, and made anew, days and blocks in one transaction, when something is entered on one of their parcels; those of
 * today are added up when they are asked for, see {@link SpendToday}.
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
    private final SpendToday today;

    @Inject
    public SpendDays(Database database, Ledger ledger, BookDao books, SpendDayDao dao, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.books = books;
        this.dao = dao;
        this.clock = clock;
        today = new SpendToday(ledger, dao, clock, GRACE);
    }

    /** What time does: brings the table up to date, and adds up what was written today, so that nobody waits for it. */
    public void turn() {
        make();
        database.useTransaction(tx -> today.bringUp(tx, today()));
    }

    /** Brings the table up to date, when something has changed: nothing is written or waited for when nothing has. */
    public void bringUp() {
        if (database.inTransaction(this::isDue)) {
            make();
        }
    }

    private boolean isDue(Transaction tx) {
        SpendDayDao.Made made = dao.made(tx);
        LocalDate until = made.until();
        return until == null
                || until.isBefore(over())
                || !dao.changedDays(tx, looked(made).minus(GRACE), start(until)).isEmpty();
    }

    /** One transaction for what has changed, and one for each day that is over since. */
    private void make() {
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
        Instant now = clock.instant();
        make(tx, dao.changedDays(tx, looked(made.get()).minus(GRACE), start(until)), until);
        dao.setMade(tx, until, now);
    }

    private static Instant looked(SpendDayDao.Made made) {
        Instant at = made.lookedAt();
        return at == null ? Instant.EPOCH : at;
    }

    /** The first day that may not be over. */
    private LocalDate over() {
        return LocalDate.ofInstant(clock.instant().minus(GRACE), ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private boolean makeNext(Transaction tx) {
        Optional<SpendDayDao.Made> made = dao.lock(tx);
        if (made.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        LocalDate over = over();
        LocalDate until = made.get().until();
        LocalDate day = until != null
                ? until
                : dao.firstParcel(tx)
                        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                        .orElse(over);
        if (!day.isBefore(over)) {
            return false;
        }
        make(tx, List.of(day), day.plusDays(1));
        Instant looked = made.get().lookedAt();
        dao.setMade(tx, day.plusDays(1), looked == null ? now : looked);
        return true;
    }

    /** Makes the sums of days, and of the blocks with one of them that end before {@code until}; smaller ones make up larger ones. */
    private void make(Transaction tx, List<LocalDate> days, LocalDate until) {
        days.forEach(day -> dao.replace(tx, day, over(tx, day, null)));
        days.stream()
                .flatMap(day -> DayBlock.around(day, until).stream())
                .distinct()
                .sorted(Comparator.comparing(DayBlock::days))
                .forEach(block -> dao.join(tx, block));
    }

    /**
     * The sums from a day to before another, of one group or (null) of all. They are as new as the last {@link #bringUp}, and
     * those of the days since are of this moment. Those of days that are over are added up as far as the report needs no more:
     * they stand under days that have the same rate into {@code currency}, and under group 0 and without an item where it is not
     * by these.
     *
     * @param table tells on which days a rate into {@code currency} changes
     */
    List<DayRow> rows(
            Transaction tx,
            LocalDate from,
            LocalDate to,
            @Nullable Long group,
            Spending.By by,
            String currency,
            ExchangeRates.Table table) {
        LocalDate until = dao.made(tx).until();
        LocalDate live = until == null || until.isBefore(from) ? from : until.isAfter(to) ? to : until;
        Collection<LocalDate> changes = by == Spending.By.DAY ? List.of() : table.changes(currency, from, live);
        List<DayRow> rows =
                new ArrayList<>(dao.rows(tx, blocks(from, live, by, changes), group, by, currency, changes.isEmpty()));
        live(tx, live, to, group).stream()
                .filter(row -> row.key().dimension() == by.dimension())
                .forEach(rows::add);
        return rows;
    }

    /** Blocks of days that are over, none of which has a change within. */
    private static List<DayBlock> blocks(LocalDate from, LocalDate to, Spending.By by, Collection<LocalDate> changes) {
        if (by == Spending.By.DAY) {
            return from.datesUntil(to.isBefore(from) ? from : to)
                    .map(day -> new DayBlock(day, 1))
                    .toList();
        }
        List<DayBlock> blocks = new ArrayList<>();
        LocalDate at = from;
        for (LocalDate change : changes) {
            blocks.addAll(DayBlock.of(at, change));
            at = change;
        }
        blocks.addAll(DayBlock.of(at, to));
        return blocks;
    }

    /** The sums of days as they are now; there are none after today. */
    private List<DayRow> live(Transaction tx, LocalDate from, LocalDate to, @Nullable Long group) {
        LocalDate now = today();
        List<DayRow> rows = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to) && day.isBefore(now); day = day.plusDays(1)) {
            rows.addAll(over(tx, day, group));
        }
        if (!from.isAfter(now) && to.isAfter(now)) {
            rows.addAll(tx.local(
                    new Today(group),
                    () -> { // which every part of a page asks for
                        List<DayRow> sums = new ArrayList<>(today.rows(tx, now, group));
                        sums.addAll(sessions(tx, now, group, new DaySums()));
                        return sums;
                    }));
        }
        return rows;
    }

    /** What has been added up of today in a transaction, of a group or of all. */
    private record Today(@Nullable Long group) {}

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
