package org.dariro.spend.budget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jdbi.v3.core.statement.Query;

/** The tables of budgets. What is left changes only by conditional updates, never by a value that was read. */
@Component
public class BudgetDao {
    static final long PROGRAMME = 0;
    private static final Write EVENT =
            new Write(70, "insert into budget_events (id, group_id, kind, detail, at) values (?, ?, ?, ?, ?)");
    private static final Write STEP = new Write(71, "update budgets set rung = ?, stepped_at = ? where group_id = ?");
    private static final Write COUNTED = new Write(72, "update budgets set counted_seq = ? where group_id = ?");
    private static final Write STUCK =
            new Write(74, "update budgets set stuck = true where group_id = ? and not stuck");
    private static final Write TOLD = new Write(75, "update budgets set told = ? where group_id = ?");
    private static final Write KEPT = new Write(73, "update budgets set kept = ? where group_id = ?");

    /** The rows of some groups, and the programme's. */
    Map<Long, Budget.State> states(Transaction tx, Collection<Long> groups) {
        List<Long> asked = new ArrayList<>(groups);
        asked.add(PROGRAMME);
        Map<Long, Budget.State> states = new HashMap<>();
        tx.queryUnchanged("select * from budgets where group_id = any(?)")
                .bind(0, asked.toArray(Long[]::new))
                .map((row, context) -> state(row))
                .forEach(state -> states.put(state.group(), state));
        return states;
    }

    /** All rows; the programme's first. */
    List<Budget.State> all(Transaction tx) {
        return tx.query("select * from budgets order by group_id")
                .map((row, context) -> state(row))
                .list();
    }

    private static Budget.State state(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        String currency = row.getString("currency");
        return new Budget.State(
                row.getLong("group_id"),
                amount == null
                        ? Optional.empty()
                        : Optional.of(new Budget(
                                amount,
                                row.getBigDecimal("reserve"),
                                currency,
                                row.getTimestamp("begins").toInstant(),
                                row.getTimestamp("ends").toInstant(),
                                row.getString("set_by"),
                                row.getTimestamp("set_at").toInstant())),
                currency,
                Optional.ofNullable(row.getBigDecimal("left_over")),
                Optional.ofNullable(row.getBigDecimal("in_hand")),
                row.getBigDecimal("kept"),
                row.getBigDecimal("paid"),
                row.getBigDecimal("owed"),
                row.getBoolean("stuck"),
                row.getString("told"),
                Rung.valueOf(row.getString("rung")),
                row.getTimestamp("stepped_at").toInstant(),
                row.getLong("counted_seq"),
                row.getTimestamp("folded_at").toInstant());
    }

    /** Pays from a group's row; false, and nothing is paid, when there is too little. */
    boolean pay(Transaction tx, long group, BigDecimal cost, BigDecimal keep) {
        return tx.update(
                        "update budgets set left_over = left_over - ?, in_hand = in_hand - ?, paid = paid + ?"
                                + " where group_id = ? and (left_over is null or left_over >= ?) and (in_hand is null or in_hand >= ?)",
                        cost,
                        cost,
                        cost,
                        group,
                        cost.add(keep),
                        cost.add(keep))
                == 1;
    }

    /** Pays for a text that tells a group about its money: it is no part of what posts cost. */
    boolean payNews(Transaction tx, long group, BigDecimal cost) {
        return tx.update(
                        "update budgets set left_over = left_over - ?, in_hand = in_hand - ? where group_id = ?"
                                + " and (left_over is null or left_over >= ?) and (in_hand is null or in_hand >= ?)",
                        cost,
                        cost,
                        group,
                        cost,
                        cost)
                == 1;
    }

    /** Takes money from what no group has drawn of the programme's budget; false when there is too little. */
    boolean draw(Transaction tx, BigDecimal amount) {
        return tx.update(
                        "update budgets set left_over = left_over - ? where group_id = ? and left_over >= ?",
                        amount,
                        PROGRAMME,
                        amount)
                == 1;
    }

    /** Gives back what a group had in hand, to be drawn by others. */
    void giveBack(Transaction tx, long group, BigDecimal amount) {
        hand(tx, group, amount.negate());
        tx.update("update budgets set left_over = left_over + ? where group_id = ?", amount, PROGRAMME);
    }

    /** Adds to what a group has in hand. */
    void hand(Transaction tx, long group, BigDecimal amount) {
        tx.update("update budgets set in_hand = coalesce(in_hand, 0) + ? where group_id = ?", amount, group);
    }

    /** Adds to what is left, of a group's own budget and of what it has in hand. May go below nothing. */
    void correct(Transaction tx, long group, BigDecimal own, BigDecimal hand, BigDecimal paid) {
        tx.update(
                "update budgets set left_over = left_over + ?, in_hand = in_hand + ?, paid = paid - ? where group_id = ?",
                own,
                hand,
                paid,
                group);
    }

    /** Pays from a group's row whether there is enough or not. */
    void payAnyway(Transaction tx, long group, BigDecimal cost) {
        correct(tx, group, cost.negate(), cost.negate(), cost.negate());
    }

    /** What a row has counted is in another currency from now on: it begins anew. Of the programme, all rows. */
    void startAnew(Transaction tx, long group, String currency, Instant folded) {
        tx.update(
                "update budgets set currency = ?, in_hand = case when in_hand is null then null else 0 end, kept = 0,"
                        + " paid = 0, owed = 0, stuck = false, counted_seq = 0, folded_at = ?"
                        + " where group_id = ? or cast(? as bigint) = 0",
                currency,
                folded,
                group,
                group);
        tx.update("delete from budget_hours where group_id = ? or cast(? as bigint) = 0", group, group);
    }

    void owe(Transaction tx, long group, BigDecimal amount) {
        tx.update("update budgets set owed = owed + ? where group_id = ?", amount, group);
    }

    void folded(Transaction tx, long group, Instant until) {
        tx.update("update budgets set folded_at = ? where group_id = ?", until, group);
    }

    /** Makes the row of a group without a budget, if there is none. */
    void insertShare(Transaction tx, long group, String currency, Instant now) {
        tx.update(
                "insert into budgets (group_id, amount, reserve, currency, begins, ends, set_by, set_at, left_over, in_hand,"
                        + " kept, paid, owed, stuck, told, rung, stepped_at, counted_seq, folded_at)"
                        + " values (?, null, 0, ?, ?, ?, '', ?, null, null, 0, 0, 0, false, '', 'CHOSEN', ?, 0, ?)"
                        + " on conflict do nothing",
                group,
                currency,
                now,
                now,
                now,
                now,
                now.minus(Budgets.SETTLED));
    }

    /** Sets a budget over a row that is there. */
    void set(Transaction tx, long group, Budget budget, BigDecimal left, BigDecimal owed) {
        tx.update(
                "update budgets set amount = ?, reserve = ?, currency = ?, begins = ?, ends = ?, set_by = ?, set_at = ?,"
                        + " left_over = ?, owed = ?, stuck = false where group_id = ?",
                budget.amount(),
                budget.reserve(),
                budget.currency(),
                budget.begins(),
                budget.ends(),
                budget.setBy(),
                budget.setAt(),
                left,
                owed,
                group);
    }

    /** The programme has a budget now: every group has something in hand, if only nothing. */
    void shareOut(Transaction tx) {
        tx.update("update budgets set in_hand = 0 where group_id <> ? and in_hand is null", PROGRAMME);
    }

    void stuck(Transaction tx, long group) {
        tx.write(STUCK, group);
    }

    void loosen(Transaction tx, long group) {
        tx.update("update budgets set stuck = false where group_id = ?", group);
    }

    void told(Transaction tx, long group, String pace) {
        tx.write(TOLD, pace, group);
    }

    /**
     * Keeps packers from a group, or from all for the programme, until the end of the transaction. Whoever locks the rows of
     * several budgets locks the programme's last.
     */
    void lock(Transaction tx, long group) {
        lockPacking(tx, group);
        tx.query("select group_id from budgets where group_id = ? or ? = 0 order by group_id desc for update")
                .bind(0, group)
                .bind(1, group)
                .mapTo(Long.class)
                .list();
    }

    /** Locks one row, and keeps packers from nothing: they draw a moment later. */
    void lockRow(Transaction tx, long group) {
        tx.query("select group_id from budgets where group_id = ? for update")
                .bind(0, group)
                .mapTo(Long.class)
                .list();
    }

    private static void lockPacking(Transaction tx, long group) {
        tx.query("select group_id from packing where group_id = ? or ? = 0 order by group_id for update")
                .bind(0, group)
                .bind(1, group)
                .mapTo(Long.class)
                .list();
    }

    /** What groups have in hand of the programme's budget, in all. */
    BigDecimal inHands(Transaction tx) {
        return tx.query("select coalesce(sum(in_hand), 0) from budgets where group_id <> 0")
                .mapTo(BigDecimal.class)
                .one();
    }

    void step(Transaction tx, long group, Rung rung, Instant at) {
        tx.write(STEP, rung, at, group);
    }

    void counted(Transaction tx, long group, long seq) {
        tx.write(COUNTED, seq, group);
    }

    void kept(Transaction tx, long group, BigDecimal amount) {
        tx.write(KEPT, amount, group);
    }

    void event(Transaction tx, Event event) {
        String detail =
                event.detail().length() <= 400 ? event.detail() : event.detail().substring(0, 400);
        tx.write(EVENT, event.id(), event.group(), event.kind(), detail, event.at());
    }

    /** What happened to a budget, the latest first. */
    List<Event> events(Transaction tx, long group, int most) {
        return tx.query("select * from budget_events where group_id = ? order by id desc limit ?")
                .bind(0, group)
                .bind(1, most)
                .map((row, context) -> event(row))
                .list();
    }

    /** What happened to all budgets since a time, of some kinds; the latest first. */
    List<Event> since(Transaction tx, Instant since, Collection<Event.Kind> kinds) {
        return tx.query("select * from budget_events where at >= ? and kind = any(?) order by at desc limit 1000")
                .bind(0, since)
                .bind(1, kinds.stream().map(Event.Kind::name).toArray(String[]::new))
                .map((row, context) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getLong("group_id"),
                Event.Kind.valueOf(row.getString("kind")),
                row.getString("detail"),
                row.getTimestamp("at").toInstant());
    }

    /** When each kind of thing last happened since a time. */
    Map<Event.Kind, Instant> lately(Transaction tx, long group, Instant since) {
        Map<Event.Kind, Instant> lately = new HashMap<>();
        tx.query("select kind, max(at) as at from budget_events where group_id = ? and at >= ? group by kind")
                .bind(0, group)
                .bind(1, since)
                .map((row, context) -> Map.entry(
                        Event.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant()))
                .forEach(entry -> lately.put(entry.getKey(), entry.getValue()));
        return lately;
    }

    /** Adds to an hour. */
    void addHour(Transaction tx, long group, Course.Hour hour) {
        BigDecimal said = BigDecimal.valueOf(hour.said());
        BigDecimal spent = BigDecimal.valueOf(hour.spent());
        int there = tx.update(
                "update budget_hours set said = said + ?, spent = spent + ? where group_id = ? and at_hour = ? and rung = ?",
                said,
                spent,
                group,
                hour.at(),
                hour.rung());
        if (there == 0) {
            tx.update(
                    "insert into budget_hours (group_id, at_hour, rung, said, spent) values (?, ?, ?, ?, ?)",
                    group,
                    hour.at(),
                    hour.rung(),
                    said,
                    spent);
        }
    }

    /** The hours of a group since a time, or of all groups together for the programme. */
    List<Course.Hour> hours(Transaction tx, long group, Instant since) {
        boolean all = group == PROGRAMME;
        // asked in two ways: with "or" H2 reads the hours of all groups for those of one
        Query query = tx.query("select at_hour, rung, sum(said) as said, sum(spent) as spent from budget_hours where "
                        + (all ? "" : "group_id = ? and ") + "at_hour >= ? group by at_hour, rung order by at_hour")
                .bind(all ? 0 : 1, since);
        return (all ? query : query.bind(0, group))
                .map((row, context) -> new Course.Hour(
                        row.getTimestamp("at_hour").toInstant(),
                        Rung.valueOf(row.getString("rung")),
                        row.getDouble("said"),
                        row.getDouble("spent")))
                .list();
    }

    /**
     * A post as it counts.
     *
     * @param bytes how long it is, sealed
     */
    record Said(long seq, Instant at, int bytes) {}

    /** Released posts after a number, the oldest first. */
    List<Said> said(Transaction tx, long group, long after, int most) {
        return tx.query("select seq, coalesce(released_at, written_at) as at, octet_length(sealed) as bytes from posts"
                        + " where group_id = ? and seq > ? order by seq limit ?")
                .bind(0, group)
                .bind(1, after)
                .bind(2, most)
                .map((row, context) ->
                        new Said(row.getLong("seq"), row.getTimestamp("at").toInstant(), row.getInt("bytes")))
                .list();
    }
}
