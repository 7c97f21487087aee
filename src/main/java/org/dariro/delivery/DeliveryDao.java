package org.dariro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.dariro.spend.Estimate;
import org.jspecify.annotations.Nullable;

/** The tables of parcels and their texts. */
@Component
public class DeliveryDao {
    private static final Write INSERT_TEXT =
            new Write(50, "insert into parcel_texts (id, sealed, encoding, segments) values (?, ?, ?, ?)");
    private static final Write INSERT = new Write(
            51,
            "insert into parcels (id, text_id, member_id, group_id, line_id, kind, first_seq, last_seq, state, node,"
                    + " attempts, due_at, created_at, changed_at, segments, naive_segments, price_id, network, caused_by)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write CLAIM = new Write(
            52,
            "update parcels set state = 'SENDING', node = ?, attempts = least(attempts + 1, 30000), changed_at = ? where id = ?");
    private static final Write SETTLE = new Write(
            52,
            "update parcels set state = ?, code = ?, due_at = ?, changed_at = ? where id = ? and state = ?",
            "update parcels p set state = v.state, code = v.code, due_at = v.due_at, changed_at = v.changed_at"
                    + " from unnest(?, ?, ?, ?, ?, ?) as v(state, code, due_at, changed_at, id, was)"
                    + " where p.id = v.id and p.state = v.was",
            List.of("varchar", "varchar", "timestamptz", "timestamptz", "bigint", "varchar"));
    /** Comes before the parcels of its transaction are written: the answer to STOP is not cancelled by it. */
    private static final Write CANCEL = new Write(
            49,
            "update parcels set state = 'FAILED', code = 'stopped', changed_at = ? where state = 'READY' and member_id = ?"
                    + " and (group_id = ? or cast(? as bigint) is null) and kind <> 'SAFETY'");

    private static final String COLUMNS =
            "select p.id, p.text_id, p.member_id, p.group_id, p.line_id, p.kind, p.attempts, p.due_at, p.changed_at, t.sealed";

    private static final String TABLES = " from parcels p join parcel_texts t on t.id = p.text_id ";

    private static final String SELECT_OPEN = COLUMNS + TABLES;

    private static final String SELECT_UNKNOWN =
            COLUMNS + ", i.asked" + TABLES + "left join inquiries i on i.parcel_id = p.id ";

    /** A parcel whose answer was lost, and how often the carrier was asked about it. */
    record Unknown(Stored parcel, int asked) {}

    /**
     * A parcel as it lies in the table.
     *
     * @param sentAt when it is due; once it was put on the wire, when that was, or when the answer came or was given up
     */
    record Stored(
            long id,
            long textId,
            long memberId,
            long groupId,
            long lineId,
            Kind kind,
            int attempts,
            Instant sentAt,
            Instant changedAt,
            @SuppressWarnings("ArrayRecordComponent") byte[] sealed) {}

    void insertText(Transaction tx, long id, byte[] sealed, String encoding, int segments) {
        tx.write(INSERT_TEXT, id, sealed, encoding, segments);
    }

    void insert(
            Transaction tx,
            Parcel parcel,
            long textId,
            @Nullable Long group,
            long line,
            @Nullable Long firstSeq,
            @Nullable Long lastSeq,
            ParcelState state,
            long node,
            Estimate estimate,
            Instant now) {
        tx.write(
                INSERT,
                parcel.id(),
                textId,
                parcel.memberId(),
                group,
                line,
                parcel.kind(),
                firstSeq,
                lastSeq,
                state,
                node,
                parcel.attempts(),
                now,
                now,
                now,
                estimate.segments(),
                estimate.naiveSegments(),
                estimate.priceId(),
                estimate.network(),
                estimate.causedBy());
    }

    void claim(Transaction tx, long id, long node, Instant now) {
        tx.write(CLAIM, node, now, id);
    }

    void settle(
            Transaction tx,
            long id,
            ParcelState from,
            ParcelState to,
            @Nullable String code,
            Instant due,
            Instant now) {
        tx.write(SETTLE, to, code, due, now, id, from);
    }

    void cancel(Transaction tx, long member, @Nullable Long group, Instant now) {
        tx.write(CANCEL, now, member, group, group);
    }

    /**
     * Which of these members have a parcel waiting, or one whose answer was lost after {@code since}: what comes after it
     * must wait behind it, or texts could change their order.
     */
    Set<Long> waiting(Transaction tx, Collection<Long> members, Instant since) {
        Long[] asked = members.toArray(Long[]::new);
        return new HashSet<>(tx.query(
                        "select p.member_id from unnest(?) asked(member_id)"
                                + " join parcels p on p.state = 'READY' and p.member_id = asked.member_id"
                                + " union select p.member_id from unnest(?) asked(member_id)"
                                + " join parcels p on p.state = 'UNKNOWN' and p.member_id = asked.member_id and p.changed_at > ?")
                .bind(0, asked)
                .bind(1, asked)
                .bind(2, since)
                .mapTo(Long.class)
                .list());
    }

    boolean isSending(Transaction tx, long member) {
        return tx.query("select count(*) from parcels where state = 'SENDING' and member_id = ?")
                        .bind(0, member)
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    /**
     * The oldest waiting parcel of each member, if it is due, nothing of that member is on the wire, and no answer was lost
     * after {@code since}; and all that wait for nothing, as a crisis card. Words about an alert do
     * not wait behind posts, which may have to wait until tomorrow. The most pressing first; locked. A subquery for
     * each state, as H2 walks the whole table for several.
     *
     * @param lines whose parcels are asked for
     * @param pressing further lines, of which only what presses is asked for
     */
    List<Stored> ready(
            Transaction tx, Collection<Long> lines, Collection<Long> pressing, Instant now, Instant since, int most) {
        return tx.query(SELECT_OPEN
                        + "where p.state = 'READY' and p.due_at <= ?"
                        + " and (p.line_id = any(?) or (p.line_id = any(?) and p.kind in ('SAFETY', 'SYSTEM', 'CARE')))"
                        + " and (p.kind = 'SAFETY' or (not exists (select 1 from parcels q"
                        + " where q.state = 'READY' and q.member_id = p.member_id and q.id < p.id"
                        + " and (p.kind <> 'CARE' or q.kind in ('SAFETY', 'SYSTEM', 'CARE')))"
                        + " and not exists (select 1 from parcels q"
                        + " where q.state = 'SENDING' and q.member_id = p.member_id)"
                        + " and not exists (select 1 from parcels q where q.state = 'UNKNOWN'"
                        + " and q.member_id = p.member_id and q.id < p.id and q.changed_at > ?)))"
                        + " order by case p.kind when 'SAFETY' then 0 when 'SYSTEM' then 1 when 'CARE' then 2"
                        + " when 'MENTOR' then 3 else 4 end,"
                        + " p.id limit "
                        + most
                        + " for update of p skip locked")
                .bind(0, now)
                .bind(1, lines.toArray(Long[]::new))
                .bind(2, pressing.toArray(Long[]::new))
                .bind(3, since)
                .map((row, context) -> stored(row))
                .list();
    }

    /**
     * Parcels whose answer was lost before a time, and about which the carrier is to be asked by now, the oldest first;
     * locked.
     */
    List<Unknown> unknownSince(Transaction tx, Instant before, Instant now, int most) {
        return tx.query(SELECT_UNKNOWN
                        + "where p.state = 'UNKNOWN' and p.changed_at <= ? and (i.parcel_id is null or i.ask_at <= ?)"
                        + " order by case p.kind when 'SAFETY' then 0 else 1 end, p.id limit " + most
                        + " for update of p skip locked")
                .bind(0, before)
                .bind(1, now)
                .map((row, context) -> new Unknown(stored(row), row.getInt("asked")))
                .list();
    }

    /**
     * Crisis cards whose answer was lost before a time and that were not sent once more yet; locked.
     *
     * @param again what is written down of one that was sent once more
     */
    List<Unknown> cardsUnknownSince(Transaction tx, Instant before, String again) {
        return tx.query(SELECT_UNKNOWN
                        + "where p.state = 'UNKNOWN' and p.kind = 'SAFETY' and p.changed_at <= ?"
                        + " and (i.parcel_id is null or i.answer <> ?) order by p.id + 0 limit 100"
                        + " for update of p skip locked")
                .bind(0, before)
                .bind(1, again)
                .map((row, context) -> new Unknown(stored(row), row.getInt("asked")))
                .list();
    }

    /** Parcels by their ids, in no order. */
    List<Stored> byIds(Transaction tx, Collection<Long> ids) {
        return tx.query(SELECT_OPEN + "where p.id = any(?)")
                .bind(0, ids.toArray(Long[]::new))
                .map((row, context) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getLong("text_id"),
                row.getLong("member_id"),
                row.getLong("group_id"),
                row.getLong("line_id"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("attempts"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getBytes("sealed"));
    }

    /** Parcels that a node which is gone has claimed, and whose fate is therefore unknown. */
    int abandon(Transaction tx, Collection<Long> liveNodes, Instant now) {
        return tx.update(
                "update parcels set state = 'UNKNOWN', code = 'node-gone', due_at = changed_at, changed_at = ?"
                        + " where state = 'SENDING'"
                        + " and not (node = any(?))",
                now,
                liveNodes.toArray(Long[]::new));
    }

    /** Parcels that a node has claimed before a time and not settled yet. */
    List<Long> claimedBefore(Transaction tx, long node, Instant before) {
        return tx.query("select id from parcels where state = 'SENDING' and node = ? and changed_at < ?")
                .bind(0, node)
                .bind(1, before)
                .mapTo(Long.class)
                .list();
    }

    /** The states of parcels by id, locked. */
    Map<Long, ParcelState> states(Transaction tx, Collection<Long> ids) {
        return tx.query("select id, state from parcels where id = any(?) order by id for update")
                .bind(0, ids.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("id"), ParcelState.valueOf(row.getString("state"))))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
