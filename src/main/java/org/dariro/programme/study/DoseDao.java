package org.dariro.programme.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jdbi.v3.core.statement.Query;

/** Asks the tables what was sent, read and raised in a group day by day (UTC); never for words. */
@Component
public class DoseDao {
    private static final String DAY = "cast(floor(extract(epoch from %s) / 86400) as bigint)";
    /** Hundreds of thousands of a large group are read so many at a time. */
    private static final int AT_ONCE = 1_000;

    private static final String PARCELS = "select member_id, kind, state, segments, first_seq, last_seq, created_at"
            + " from parcels where group_id = ? and created_at >= ? and created_at < ? and state <> 'READY'"
            + " and coalesce(code, '') <> 'stopped' order by id";
    private static final String BY_USSD = "select d.membership_id as place, " + DAY.formatted("d.at") + " as on_day,"
            + " count(distinct o.seq) as one, count(distinct d.id) as two from dialled_reads d"
            + " left join posts o on o.group_id = d.group_id and o.seq > d.from_seq and o.seq <= d.seq"
            + " and o.membership_id <> d.membership_id where d.group_id = ? and d.at >= ? and d.at < ?"
            + " group by d.membership_id, " + DAY.formatted("d.at");
    private static final String PRIVATE = "select w.membership_id as place, " + DAY.formatted("w.at") + " as on_day,"
            + " sum(case when w.from_mentor then 0 else 1 end) as one, sum(case when w.from_mentor then 1 else 0 end) as two"
            + " from private_words w where w.group_id = ? and w.at >= ? and w.at < ?"
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
    record Counts(long place, LocalDate day, int one, int two) {}

    /**
     * A text to somebody.
     *
     * @param posts whether it has posts of the group, from {@code first} to {@code last}
     * @param taken whether the carrier took it
     * @param delivered whether it has said that it arrived
     */
    record Parcel(
            long member,
            LocalDate day,
            boolean posts,
            boolean taken,
            boolean delivered,
            int segments,
            long first,
            long last) {}

    /** The texts of a group that were sent, one after the other, in the order in which they were made. */
    void parcels(Transaction tx, long group, Instant from, Instant to, Consumer<Parcel> each) {
        tx.query(PARCELS)
                .setFetchSize(AT_ONCE)
                .bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> parcel(row))
                .forEach(each);
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        boolean delivered = row.getString("state").equals("DELIVERED");
        return new Parcel(
                row.getLong("member_id"),
                LocalDate.ofInstant(row.getTimestamp("created_at").toInstant(), ZoneOffset.UTC),
                row.getString("kind").equals("GROUP"),
                delivered || row.getString("state").equals("ACCEPTED"),
                delivered,
                row.getInt("segments"),
                row.getLong("first_seq"),
                row.getLong("last_seq"));
    }

    /** The places that wrote the posts of a group, by their numbers from 0; 0 where there is none. */
    long[] authors(Transaction tx, long group) {
        long last = tx.query("select last_seq from groups where id = ?")
                .bind(0, group)
                .mapTo(long.class)
                .one();
        long[] authors = new long[Math.toIntExact(last) + 1];
        tx.query("select seq, membership_id from posts where group_id = ? and seq >= 1 and seq <= ?")
                .setFetchSize(AT_ONCE)
                .bind(0, group)
                .bind(1, last)
                .map((row, context) -> new long[] {row.getLong("seq"), row.getLong("membership_id")})
                .forEach(post -> authors[(int) post[0]] = post[1]);
        return authors;
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
                .map((row, context) -> new Counts(row.getLong("place"), day(row), row.getInt("one"), row.getInt("two")))
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
