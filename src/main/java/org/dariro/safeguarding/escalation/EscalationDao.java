package org.dariro.safeguarding.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.dariro.safeguarding.screening.Severity;

/** The tables of escalations and of whom they called; and of alerts what those need. */
@Component
public class EscalationDao {
    private static final Write INSERT = new Write(
            76,
            "insert into escalations (alert_id, number, round, step, began_at, next_at, called) values (?, ?, ?, ?, ?, ?, ?)");
    private static final Write UPDATE = new Write(
            77,
            "update escalations set number = ?, round = ?, step = ?, began_at = ?, next_at = ?, called = ?, answered_by = ?,"
                    + " answered_at = ? where alert_id = ?");
    private static final Write INSERT_PAGE =
            new Write(78, "insert into pages (id, alert_id, staff_id, round, step, at) values (?, ?, ?, ?, ?, ?)");
    private static final Write SET_NUMBER = new Write(77, "update alert_numbers set last = ? where id = 1");
    private static final String RUNNING =
            "select e.alert_id, e.number, e.round, e.step, e.began_at, e.next_at, e.called,"
                    + " e.answered_by, e.answered_at from escalations e ";
    private static final String MATTER =
            "select a.id, a.group_id, a.member_id, a.severity, a.state, a.claimed_by, a.claimed_until,"
                    + " a.follow_up_at, a.proposed_by, a.proposed_staff, a.proposed_at from alerts a ";
    private static final String GRAVE = "a.state <> 'CLOSED' and a.severity in ('critical', 'high')";

    /** Of two alerts: they are on the same person in the same group. */
    private static final String SAME_PERSON = "o.member_id = a.member_id and o.id <> a.id"
            + " and (o.group_id = a.group_id or (o.group_id is null and a.group_id is null))";

    /** Whoever has the other one has done something about it since this one was raised, and so may be taken to know. */
    private static final String KNOWS = "exists (select 1 from alert_actions x where x.alert_id = o.id"
            + " and x.at > a.raised_at and lower(x.actor) = lower(o.claimed_by))";

    /** That somebody has, or is called about, another alert on the same person in the same group that is as grave. */
    private static final String CARED_FOR =
            "exists (select 1 from alerts o left join escalations r on r.alert_id = o.id"
                    + " where " + SAME_PERSON + " and o.state = 'OPEN'"
                    + " and (o.severity = a.severity or o.severity = 'critical')"
                    + " and (r.next_at is not null or o.claimed_until > ?))";

    /**
     * Open alerts that somebody should have, and whom nobody is called about, the gravest first: once for each person, or
     * who texts much would have everybody called for each text.
     *
     * @param second those that wait for a second person since then or longer are among them
     */
    List<Matter> leftAlone(Transaction tx, Instant now, Instant second, int most) {
        return tx.query(MATTER + "left join escalations e on e.alert_id = a.id where " + GRAVE
                        + " and (a.claimed_until is null or a.claimed_until <= ?)"
                        + " and (a.follow_up_at is null or a.follow_up_at <= ?)"
                        + " and (a.proposed_at is null or a.proposed_at <= ?)"
                        + " and (e.alert_id is null or e.next_at is null) and not " + CARED_FOR
                        + " order by a.severity, a.id limit " + most)
                .bind(0, now)
                .bind(1, now)
                .bind(2, second)
                .bind(3, now)
                .map((row, context) -> matter(row))
                .list();
    }

    /**
     * Open critical alerts that nobody has and nobody is called about, because somebody has another critical one on the same
     * person, but who has done nothing since they were raised, and so may not know of them.
     */
    List<Matter> unheard(Transaction tx, Instant now, int most) {
        String others = "select 1 from alerts o left join escalations r on r.alert_id = o.id where " + SAME_PERSON
                + " and o.state = 'OPEN' and o.severity = 'critical'";
        return tx.query(MATTER + "left join escalations e on e.alert_id = a.id"
                        + " where a.state = 'OPEN' and a.severity = 'critical'"
                        + " and (a.claimed_until is null or a.claimed_until <= ?)"
                        + " and (a.follow_up_at is null or a.follow_up_at <= ?)"
                        + " and (e.alert_id is null or e.next_at is null)"
                        + " and exists (" + others + " and o.claimed_until > ?)"
                        + " and not exists (" + others + " and (r.next_at is not null or (o.claimed_until > ? and "
                        + KNOWS + "))) order by a.id limit " + most)
                .bind(0, now)
                .bind(1, now)
                .bind(2, now)
                .bind(3, now)
                .map((row, context) -> matter(row))
                .list();
    }

    /**
     * Who has another critical alert on the same person.
     *
     * @param staff the id of the staff person that this is; empty for others
     * @param number that they know that one by; empty where nobody was called about it
     * @param knows whether they did something about it since this one was raised
     */
    record Holder(String name, Optional<Long> staff, Optional<Integer> number, boolean knows) {}

    /** Who has another critical alert on the same person in the same group, rather one who knows of this; empty for one not critical. */
    Optional<Holder> holder(Transaction tx, long alert, Instant now) {
        return tx.query("select o.claimed_by, o.claimed_staff, r.number, case when " + KNOWS
                        + " then 1 else 0 end as knows"
                        + " from alerts a join alerts o on " + SAME_PERSON
                        + " left join escalations r on r.alert_id = o.id where a.id = ? and a.severity = 'critical'"
                        + " and o.state = 'OPEN' and o.severity = 'critical' and o.claimed_until > ?"
                        + " order by knows desc, o.claimed_until desc, o.id limit 1")
                .bind(0, alert)
                .bind(1, now)
                .map((row, context) -> {
                    int number = row.getInt("number");
                    Optional<Integer> known = row.wasNull() ? Optional.empty() : Optional.of(number);
                    return new Holder(
                            row.getString("claimed_by"), id(row, "claimed_staff"), known, row.getInt("knows") == 1);
                })
                .findOne();
    }

    /** When somebody was told last that there is more about the person of an alert. */
    Optional<Instant> toldOfMore(Transaction tx, long alert) {
        return tx.query("select max(p.at) as at from alerts a join alerts o on " + SAME_PERSON
                        + " join pages p on p.alert_id = o.id and p.step = " + Running.TELLS + " where a.id = ?")
                .bind(0, alert)
                .map((row, context) -> time(row, "at"))
                .one();
    }

    /** When the next claim of a grave alert ends, the next that was put off comes back, or the next waited enough for a second person. */
    Optional<Instant> nextLeftAlone(Transaction tx, Instant now, Duration patience) {
        return tx
                .query("select a.claimed_until, a.follow_up_at, a.proposed_at from alerts a where " + GRAVE)
                .map((row, context) -> Stream.of(
                                time(row, "claimed_until"),
                                time(row, "follow_up_at"),
                                time(row, "proposed_at").map(at -> at.plus(patience)))
                        .flatMap(Optional::stream)
                        .filter(at -> at.isAfter(now))
                        .max(Instant::compareTo))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    Optional<Matter> matter(Transaction tx, long alert) {
        return tx.query(MATTER + "where a.id = ?")
                .bind(0, alert)
                .map((row, context) -> matter(row))
                .findOne();
    }

    /** The last number given, locked; empty when another node is giving one. */
    Optional<Integer> lockNumbers(Transaction tx) {
        return tx.query("select last from alert_numbers where id = 1 for update skip locked")
                .mapTo(Integer.class)
                .findOne();
    }

    void saveNumber(Transaction tx, int last) {
        tx.write(SET_NUMBER, last);
    }

    /** The numbers of alerts that are not closed. */
    Set<Integer> numbersInUse(Transaction tx) {
        return new HashSet<>(tx.query("select e.number from escalations e join alerts a on a.id = e.alert_id"
                        + " where a.state in ('OPEN', 'CLOSING')")
                .mapTo(Integer.class)
                .list());
    }

    /** Whether a number is that of another alert that is not closed. */
    boolean isAnothers(Transaction tx, Running run) {
        return tx.query("select count(*) from escalations e join alerts a on a.id = e.alert_id"
                                + " where e.number = ? and e.alert_id <> ? and a.state <> 'CLOSED'")
                        .bind(0, run.number())
                        .bind(1, run.alert())
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    void insert(Transaction tx, Running run) {
        tx.write(
                INSERT,
                run.alert(),
                run.number(),
                run.round(),
                run.step(),
                run.began(),
                run.next().orElse(null),
                run.called());
    }

    void update(Transaction tx, Running run) {
        tx.write(
                UPDATE,
                run.number(),
                run.round(),
                run.step(),
                run.began(),
                run.next().orElse(null),
                run.called(),
                run.answeredBy().orElse(null),
                run.answeredAt().orElse(null),
                run.alert());
    }

    /** The alerts whose next step is due, the longest waiting first. */
    List<Long> due(Transaction tx, Instant now) {
        return tx.query("select alert_id from escalations where next_at <= ? order by next_at, alert_id")
                .bind(0, now)
                .mapTo(Long.class)
                .list();
    }

    /** One whose next step is due, locked; empty when another node has it or was there first. */
    Optional<Running> lockDue(Transaction tx, long alert, Instant now) {
        return tx.query(RUNNING + "where e.alert_id = ? and e.next_at <= ? for update skip locked")
                .bind(0, alert)
                .bind(1, now)
                .map((row, context) -> running(row))
                .findOne();
    }

    Optional<Running> find(Transaction tx, long alert) {
        return tx.query(RUNNING + "where e.alert_id = ?")
                .bind(0, alert)
                .map((row, context) -> running(row))
                .findOne();
    }

    /** The open alert of a number, rather one that somebody was called about; of none that is open, the last. */
    Optional<Running> byNumber(Transaction tx, int number, long staff) {
        return tx.query(RUNNING + "join alerts a on a.id = e.alert_id where e.number = ?"
                        + " order by case when a.state = 'CLOSED' then 1 else 0 end,"
                        + " case when exists (select 1 from pages p where p.alert_id = e.alert_id and p.staff_id = ?)"
                        + " then 0 else 1 end, e.began_at desc, e.alert_id desc limit 1")
                .bind(0, number)
                .bind(1, staff)
                .map((row, context) -> running(row))
                .findOne();
    }

    /** The escalations of alerts that are not closed, the oldest first. */
    List<Running> open(Transaction tx) {
        return tx.query(RUNNING + "join alerts a on a.id = e.alert_id where a.state in ('OPEN', 'CLOSING')"
                        + " order by e.began_at, e.alert_id")
                .map((row, context) -> running(row))
                .list();
    }

    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(next_at) as at from escalations")
                .map((row, context) -> time(row, "at"))
                .one();
    }

    void insertPage(Transaction tx, Page page) {
        tx.write(INSERT_PAGE, page.id(), page.alert(), page.staff(), page.round(), page.step(), page.at());
    }

    /** Whom we called about an alert, in order. */
    List<Page> pages(Transaction tx, long alert) {
        return tx.query("select id, alert_id, staff_id, round, step, at from pages where alert_id = ? order by at, id")
                .bind(0, alert)
                .map((row, context) -> new Page(
                        row.getLong("id"),
                        row.getLong("alert_id"),
                        row.getLong("staff_id"),
                        row.getInt("round"),
                        row.getInt("step"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The open alerts about which somebody was called and that are being called about still. */
    List<Running> calledAbout(Transaction tx, long staff) {
        return tx.query(RUNNING + "where e.next_at is not null and exists (select 1 from pages p"
                        + " where p.alert_id = e.alert_id and p.staff_id = ?) order by e.alert_id")
                .bind(0, staff)
                .map((row, context) -> running(row))
                .list();
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                row.getLong("alert_id"),
                row.getInt("number"),
                row.getInt("round"),
                row.getInt("step"),
                row.getTimestamp("began_at").toInstant(),
                time(row, "next_at"),
                row.getInt("called"),
                Optional.ofNullable(row.getString("answered_by")),
                time(row, "answered_at"));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                row.getLong("id"),
                id(row, "group_id"),
                id(row, "member_id"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                first(row),
                row.getString("state").equals("CLOSED"),
                Optional.ofNullable(row.getString("claimed_by")),
                time(row, "claimed_until"),
                time(row, "follow_up_at"));
    }

    private static Optional<Matter.First> first(ResultSet row) throws SQLException {
        String by = row.getString("proposed_by");
        Optional<Long> staff = id(row, "proposed_staff");
        return by == null ? Optional.empty() : time(row, "proposed_at").map(at -> new Matter.First(by, staff, at));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
