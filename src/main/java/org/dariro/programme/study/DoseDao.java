package org.dariro.programme.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jdbi.v3.core.statement.Query;

/** Asks the tables what was sent, read and raised in a group day by day (UTC); never for words. */
@Component
public class DoseDao {
    private static final String DAY = "cast(floor(extract(epoch from %s) / 86400) as bigint)";
    private static final String TAKEN = "p.state in ('ACCEPTED', 'DELIVERED')";
    private static final String PARCELS = "select s.id as place, " + DAY.formatted("p.created_at") + " as on_day,"
            + " sum(case when " + TAKEN + " then 1 else 0 end) as one,"
            + " sum(case when p.state = 'DELIVERED' then 1 else 0 end) as two,"
            + " sum(case when " + TAKEN + " then 0 else 1 end) as three,"
            + " sum(case when " + TAKEN + " then p.segments else 0 end) as four"
            + " from parcels p join memberships s on s.group_id = p.group_id and s.member_id = p.member_id"
            + " where p.group_id = ? and p.created_at >= ? and p.created_at < ? and p.state <> 'READY'"
            + " and coalesce(p.code, '') <> 'stopped' group by s.id, " + DAY.formatted("p.created_at");
    private static final String BY_SMS = "select s.id as place, " + DAY.formatted("p.created_at") + " as on_day,"
            + " count(distinct o.seq) as one, 0 as two, 0 as three, 0 as four from parcels p"
            + " join memberships s on s.group_id = p.group_id and s.member_id = p.member_id"
            + " join posts o on o.group_id = p.group_id and o.seq >= p.first_seq and o.seq <= p.last_seq"
            + " and o.membership_id <> s.id where p.group_id = ? and p.created_at >= ? and p.created_at < ?"
            + " and p.kind = 'GROUP' and " + TAKEN + " group by s.id, " + DAY.formatted("p.created_at");
    private static final String BY_USSD = "select d.membership_id as place, " + DAY.formatted("d.at") + " as on_day,"
            + " count(distinct o.seq) as one, count(distinct d.id) as two, 0 as three, 0 as four from dialled_reads d"
            + " left join posts o on o.group_id = d.group_id and o.seq > d.from_seq and o.seq <= d.seq"
            + " and o.membership_id <> d.membership_id where d.group_id = ? and d.at >= ? and d.at < ?"
            + " group by d.membership_id, " + DAY.formatted("d.at");
    private static final String PRIVATE = "select w.membership_id as place, " + DAY.formatted("w.at") + " as on_day,"
            + " sum(case when w.from_mentor then 0 else 1 end) as one, sum(case when w.from_mentor then 1 else 0 end) as two,"
            + " 0 as three, 0 as four from private_words w where w.group_id = ? and w.at >= ? and w.at < ?"
            + " group by w.membership_id, " + DAY.formatted("w.at");
    private static final String ALERTS =
            "select a.membership_id as place, " + DAY.formatted("a.raised_at") + " as on_day,"
                    + " a.category, a.severity, count(*) as alerts,"
                    + " sum(case when a.state = 'CLOSED' and a.outcome = 'not-a-risk' then 1 else 0 end) as unfounded"
                    + " from alerts a join memberships s on s.id = a.membership_id"
                    + " where s.group_id = ? and a.raised_at >= ? and a.raised_at < ?"
                    + " group by a.membership_id, " + DAY.formatted("a.raised_at") + ", a.category, a.severity"
                    + " order by place, on_day, a.category, a.severity";

    /** A place's counts of a day; what each is, the method says. */
    record Counts(long place, LocalDate day, int one, int two, int three, int four) {}

    /** Texts that the carrier took, of these delivered, others, and segments of those taken. */
    List<Counts> parcels(Transaction tx, long group, Instant from, Instant to) {
        return counts(tx.query(PARCELS), group, from, to);
    }

    /** Posts of others that came by SMS. */
    List<Counts> bySms(Transaction tx, long group, Instant from, Instant to) {
        return counts(tx.query(BY_SMS), group, from, to);
    }

    /** Posts of others that were read by dialling, and pages on which they were. */
    List<Counts> byUssd(Transaction tx, long group, Instant from, Instant to) {
        return counts(tx.query(BY_USSD), group, from, to);
    }

    /** Private words to mentors, and from them. */
    List<Counts> privateWords(Transaction tx, long group, Instant from, Instant to) {
        return counts(tx.query(PRIVATE), group, from, to);
    }

    private static List<Counts> counts(Query query, long group, Instant from, Instant to) {
        return query.bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> new Counts(
                        row.getLong("place"),
                        day(row),
                        row.getInt("one"),
                        row.getInt("two"),
                        row.getInt("three"),
                        row.getInt("four")))
                .list();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return LocalDate.ofEpochDay(row.getLong("on_day"));
    }

    /** Alerts of a day, category and severity about somebody. */
    record Alerts(long place, LocalDate day, String category, String severity, int alerts, int unfounded) {}

    List<Alerts> alerts(Transaction tx, long group, Instant from, Instant to) {
        return tx.query(ALERTS)
                .bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> new Alerts(
                        row.getLong("place"),
                        day(row),
                        row.getString("category"),
                        row.getString("severity"),
                        row.getInt("alerts"),
                        row.getInt("unfounded")))
                .list();
    }

    /** A question that somebody was asked and has not answered. */
    record Unanswered(long place, String item, Instant askedAt) {}

    List<Unanswered> unanswered(Transaction tx, long group, Instant from, Instant to) {
        return tx.query("select membership_id, item, asked_at from wellbeing_questions where group_id = ?"
                        + " and answered_at is null and asked_at >= ? and asked_at < ? order by asked_at, id")
                .bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> new Unanswered(
                        row.getLong("membership_id"),
                        row.getString("item"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }
}
