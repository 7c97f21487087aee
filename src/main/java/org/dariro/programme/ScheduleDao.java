package org.dariro.programme;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;

/** The table of words that go out at a time of their own. They are sealed with the service's key until they are somebody's. */
@Component
public class ScheduleDao {
    private static final String PLACE = "scheduled";
    private static final String SELECT =
            "select id, group_id, series, kind, voice, place_id, sealed, due_at, zone, weekly,"
                    + " state, fault, try_at, made_by, done_at from scheduled_posts ";
    private static final Write INSERT = new Write(
            90,
            "insert into scheduled_posts (id, group_id, series, kind, voice, place_id, sealed, due_at, zone, weekly, state,"
                    + " fault, try_at, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write UPDATE = new Write(
            91,
            "update scheduled_posts set voice = ?, sealed = ?, due_at = ?, zone = ?, weekly = ?, state = ?, fault = ?,"
                    + " try_at = ?, done_at = ? where id = ?");
    private final Vault vault;

    @Inject
    public ScheduleDao(Vault vault) {
        this.vault = vault;
    }

    void insert(Transaction tx, Scheduled one, Instant at) {
        tx.write(
                INSERT,
                one.id(),
                one.group(),
                one.series(),
                one.kind(),
                one.voice().orElse(null),
                one.to().orElse(null),
                vault.serviceKey().seal(one.text(), PLACE),
                one.due(),
                one.zone().getId(),
                one.weekly(),
                one.state(),
                one.fault().orElse(null),
                one.tryAt(),
                one.by(),
                at);
    }

    void update(Transaction tx, Scheduled one) {
        tx.write(
                UPDATE,
                one.voice().orElse(null),
                vault.serviceKey().seal(one.text(), PLACE),
                one.due(),
                one.zone().getId(),
                one.weekly(),
                one.state(),
                one.fault().orElse(null),
                one.tryAt(),
                one.doneAt().orElse(null),
                one.id());
    }

    /** What is to be looked at by now, the longest waiting first. */
    List<Long> due(Transaction tx, Instant now, int most) {
        return tx.query(
                        "select id from scheduled_posts where state = 'WAITING' and try_at <= ? order by try_at, id limit ?")
                .bind(0, now)
                .bind(1, most)
                .mapTo(Long.class)
                .list();
    }

    /** One of these, locked; empty when another node has it or was there first. */
    Optional<Scheduled> lockDue(Transaction tx, long id, Instant now) {
        return tx.query(SELECT + "where id = ? and state = 'WAITING' and try_at <= ? for update skip locked")
                .bind(0, id)
                .bind(1, now)
                .map((row, context) -> scheduled(row))
                .findOne();
    }

    /** One of any state, locked. */
    Optional<Scheduled> lock(Transaction tx, long id) {
        return tx.query(SELECT + "where id = ? for update")
                .bind(0, id)
                .map((row, context) -> scheduled(row))
                .findOne();
    }

    Optional<Scheduled> find(Transaction tx, long id) {
        return tx.query(SELECT + "where id = ?")
                .bind(0, id)
                .map((row, context) -> scheduled(row))
                .findOne();
    }

    /** What waits or was missed in some groups, in the order of its time. */
    List<Scheduled> open(Transaction tx, Collection<Long> groups, int most) {
        return tx.query(SELECT
                        + "where group_id = any(?) and state in ('WAITING', 'MISSED') order by due_at, id limit ?")
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, most)
                .map((row, context) -> scheduled(row))
                .list();
    }

    /** What was sent of a group's, the latest first. */
    List<Scheduled> sent(Transaction tx, long group, int most) {
        return tx.query(SELECT + "where group_id = ? and state = 'SENT' order by due_at desc, id desc limit ?")
                .bind(0, group)
                .bind(1, most)
                .map((row, context) -> scheduled(row))
                .list();
    }

    /** Those of a series that wait or were missed, in the order of their time. */
    List<Scheduled> series(Transaction tx, long series) {
        return tx.query(SELECT + "where series = ? and state in ('WAITING', 'MISSED') order by due_at, id")
                .bind(0, series)
                .map((row, context) -> scheduled(row))
                .list();
    }

    /** When the next is to be looked at. */
    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(try_at) as at from scheduled_posts where state = 'WAITING'")
                .map((row, context) -> time(row, "at"))
                .one();
    }

    private Scheduled scheduled(ResultSet row) throws SQLException {
        long to = row.getLong("place_id");
        boolean private_ = !row.wasNull();
        return new Scheduled(
                row.getLong("id"),
                row.getLong("group_id"),
                row.getLong("series"),
                Scheduled.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("voice")),
                private_ ? Optional.of(to) : Optional.empty(),
                vault.serviceKey().open(row.getBytes("sealed"), PLACE),
                row.getTimestamp("due_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("weekly"),
                Scheduled.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("fault")),
                row.getTimestamp("try_at").toInstant(),
                row.getString("made_by"),
                time(row, "done_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
