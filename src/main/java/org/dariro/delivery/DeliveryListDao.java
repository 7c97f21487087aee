package org.dariro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.Encoding;
import org.jdbi.v3.core.statement.Query;

/** Reads parcels with the place of their reader. */
@Component
public class DeliveryListDao {
    /** So many of a group's parcels are looked at for what became of its latest posts. */
    private static final int LATEST = 1_500;

    private static final String SELECT =
            "select p.id, p.group_id, s.id as membership, s.nickname, p.kind, p.state, p.code, t.encoding, t.segments,"
                    + " p.first_seq, p.last_seq, p.attempts, p.created_at, p.changed_at from parcels p"
                    + " join parcel_texts t on t.id = p.text_id"
                    + " left join memberships s on s.group_id = p.group_id and s.member_id = p.member_id"
                    + " where p.id > :after";

    List<Delivery> list(Transaction tx, Optional<Long> group, Optional<ParcelState> state, long after, int most) {
        Query query = tx.query(SELECT
                + (group.isPresent() ? " and p.group_id = :group" : "")
                + (state.isPresent() ? " and p.state = :state" : "")
                + (state.isPresent() ? " order by p.id + 0 limit :most" : " order by p.id limit :most"));
        query.bind("after", after).bind("most", most);
        group.ifPresent(id -> query.bind("group", id));
        state.ifPresent(one -> query.bind("state", one.name()));
        return query.map((row, context) -> delivery(row)).list();
    }

    List<Delivery.Count> counts(Transaction tx, long group) {
        return tx.query("select p.kind, p.state, count(*) as parcels, sum(t.segments) as segments from parcels p"
                        + " join parcel_texts t on t.id = p.text_id where p.group_id = ?"
                        + " group by p.kind, p.state order by p.kind, p.state")
                .bind(0, group)
                .map((row, context) -> new Delivery.Count(
                        Kind.valueOf(row.getString("kind")),
                        ParcelState.valueOf(row.getString("state")),
                        row.getLong("parcels"),
                        row.getLong("segments")))
                .list();
    }

    /** The latest parcels of posts of a group, those that end at a post or after it. */
    List<Delivery.Leg> legs(Transaction tx, long group, long from) {
        return tx.query(
                        "select member_id, first_seq, last_seq, state from (select member_id, first_seq, last_seq, state, kind"
                                + " from parcels where group_id = ? order by id desc limit " + LATEST + ") p"
                                + " where kind = 'GROUP' and last_seq >= ?")
                .bind(0, group)
                .bind(1, from)
                .map((row, context) -> leg(row))
                .list();
    }

    /** The parcels of some posts of a group that were made in a time. */
    List<Delivery.Leg> legs(Transaction tx, long group, long from, long to, Instant since, Instant until) {
        return tx.query(
                        "select member_id, first_seq, last_seq, state from parcels where group_id = ? and kind = 'GROUP'"
                                + " and last_seq >= ? and first_seq <= ? and created_at >= ? and created_at < ?")
                .bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .bind(3, since)
                .bind(4, until)
                .map((row, context) -> leg(row))
                .list();
    }

    /** How many parcels of each line are in a state. */
    Map<Long, Long> byLine(Transaction tx, ParcelState state) {
        return tx.query("select line_id, count(*) as parcels from parcels where state = ? group by line_id")
                .bind(0, state.name())
                .map((row, context) -> Map.entry(row.getLong("line_id"), row.getLong("parcels")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Segments that lines have put on the wire since a time; walks the table, for the start only. */
    long segmentsSince(Transaction tx, Collection<Long> lines, Instant since) {
        return tx.query("select coalesce(sum(t.segments), 0) from parcels p join parcel_texts t on t.id = p.text_id"
                        + " where p.line_id = any(?) and p.changed_at >= ? and p.attempts > 0")
                .bind(0, lines.toArray(Long[]::new))
                .bind(1, since)
                .mapTo(long.class)
                .one();
    }

    /** What was done to find out what became of a parcel. */
    Optional<Delivery.Evidence> evidence(Transaction tx, long parcel) {
        return tx.query("select p.state, p.code, p.attempts, p.changed_at, i.asked, i.asked_at, i.answer,"
                        + " (select count(*) from carrier_ids c where c.parcel_id = p.id) as ids from parcels p"
                        + " left join inquiries i on i.parcel_id = p.id where p.id = ?")
                .bind(0, parcel)
                .map((row, context) -> new Delivery.Evidence(
                        ParcelState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("code")),
                        row.getInt("attempts"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getInt("asked"),
                        Optional.ofNullable(row.getTimestamp("asked_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("answer")),
                        row.getInt("ids")))
                .findOne();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                number(row, "group_id"),
                number(row, "membership"),
                Optional.ofNullable(row.getString("nickname")),
                Kind.valueOf(row.getString("kind")),
                ParcelState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("code")),
                Encoding.valueOf(row.getString("encoding")),
                row.getInt("segments"),
                number(row, "first_seq"),
                number(row, "last_seq"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Delivery.Leg leg(ResultSet row) throws SQLException {
        return new Delivery.Leg(
                row.getLong("member_id"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                ParcelState.valueOf(row.getString("state")));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
