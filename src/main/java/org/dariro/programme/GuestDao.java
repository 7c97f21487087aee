package org.dariro.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of the times at which guests speak. */
@Component
public class GuestDao {
    private static final String SELECT = "select id, group_id, guest, begins_at, ends_at, zone, state, next_at,"
            + " membership_id, mode_before, made_by from guest_sessions ";
    private static final String LIVE = "state in ('PLANNED', 'TOLD', 'OPEN')";
    private static final Write INSERT = new Write(
            92,
            "insert into guest_sessions (id, group_id, guest, begins_at, ends_at, zone, state, next_at, made_by, made_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write UPDATE = new Write(
            93,
            "update guest_sessions set guest = ?, ends_at = ?, state = ?, next_at = ?, membership_id = ?, mode_before = ? where id = ?");

    void insert(Transaction tx, GuestSession one, Instant at) {
        tx.write(
                INSERT,
                one.id(),
                one.group(),
                one.guest(),
                one.begins(),
                one.ends(),
                one.zone().getId(),
                one.state(),
                one.next(),
                one.by(),
                at);
    }

    void update(Transaction tx, GuestSession one) {
        tx.write(
                UPDATE,
                one.guest(),
                one.ends(),
                one.state(),
                one.next(),
                one.place().orElse(null),
                one.before().orElse(null),
                one.id());
    }

    /** Those that go on by now. */
    List<Long> due(Transaction tx, Instant now) {
        return tx.query("select id from guest_sessions where " + LIVE + " and next_at <= ? order by next_at, id")
                .bind(0, now)
                .mapTo(Long.class)
                .list();
    }

    /** One of these, locked; empty when another node has it or was there first. */
    Optional<GuestSession> lockDue(Transaction tx, long id, Instant now) {
        return tx.query(SELECT + "where id = ? and " + LIVE + " and next_at <= ? for update skip locked")
                .bind(0, id)
                .bind(1, now)
                .map((row, context) -> session(row))
                .findOne();
    }

    /** One of any state, locked. */
    Optional<GuestSession> lock(Transaction tx, long id) {
        return tx.query(SELECT + "where id = ? for update")
                .bind(0, id)
                .map((row, context) -> session(row))
                .findOne();
    }

    /** Those of some groups from a time on, in order. */
    List<GuestSession> since(Transaction tx, Collection<Long> groups, Instant from) {
        return tx.query(SELECT + "where group_id = any(?) and ends_at >= ? order by begins_at, id")
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, from)
                .map((row, context) -> session(row))
                .list();
    }

    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(next_at) as at from guest_sessions where " + LIVE)
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .one();
    }

    private static GuestSession session(ResultSet row) throws SQLException {
        long place = row.getLong("membership_id");
        Optional<Long> guest = row.wasNull() ? Optional.empty() : Optional.of(place);
        return new GuestSession(
                row.getLong("id"),
                row.getLong("group_id"),
                row.getString("guest"),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                GuestSession.State.valueOf(row.getString("state")),
                row.getTimestamp("next_at").toInstant(),
                guest,
                Optional.ofNullable(row.getString("mode_before")).map(ReadingMode::valueOf),
                row.getString("made_by"));
    }
}
