package org.dariro.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of groups. */
@Component
public class GroupDao {
    private static final String SELECT =
            "select id, name, code, line_id, language, country, reading_mode, bundle_seconds,"
                    + " contacts, hold_high, closed_at from groups ";
    private static final Write INSERT = new Write(
            20,
            "insert into groups (id, name, code, line_id, language, country, reading_mode, bundle_seconds, contacts,"
                    + " hold_high, last_seq, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)");
    private static final Write INSERT_PACKING = new Write(21, "insert into packing (group_id) values (?)");
    private static final Write SET_LAST_SEQ = new Write(22, "update groups set last_seq = ? where id = ?");
    private static final Write UPDATE = new Write(
            22,
            "update groups set name = ?, language = ?, country = ?, reading_mode = ?, bundle_seconds = ?, contacts = ?,"
                    + " hold_high = ? where id = ?");
    private static final Write CLOSE = new Write(22, "update groups set closed_at = ? where id = ?");

    void insert(Transaction tx, Group group, Instant at) {
        tx.write(
                INSERT,
                group.id(),
                group.name(),
                group.code(),
                group.lineId(),
                group.language(),
                group.country(),
                group.mode(),
                group.window().toSeconds(),
                group.contacts(),
                group.holdsHigh(),
                at);
        tx.write(INSERT_PACKING, group.id());
    }

    void update(Transaction tx, Group group) {
        tx.write(
                UPDATE,
                group.name(),
                group.language(),
                group.country(),
                group.mode(),
                group.window().toSeconds(),
                group.contacts(),
                group.holdsHigh(),
                group.id());
    }

    void close(Transaction tx, long id, Instant at) {
        tx.write(CLOSE, at, id);
    }

    List<Group> byIds(Transaction tx, Collection<Long> ids) {
        return tx.query(SELECT + "where id = any(?)")
                .bind(0, ids.toArray(Long[]::new))
                .map((row, context) -> group(row))
                .list();
    }

    Optional<Group> byCode(Transaction tx, String code) {
        return tx.query(SELECT + "where code = ?")
                .bind(0, code)
                .map((row, context) -> group(row))
                .findOne();
    }

    List<Group> all(Transaction tx) {
        return tx.query(SELECT + "order by id")
                .map((row, context) -> group(row))
                .list();
    }

    /** Locks groups, in the order of their ids so that two nodes never wait for each other, and tells their last number. */
    Map<Long, Long> lock(Transaction tx, Collection<Long> ids) {
        return tx.queryUnchanged("select id, last_seq from groups where id = any(?) order by id for update")
                .bind(0, ids.stream().sorted().toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("last_seq")))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the last days of a group have begun. */
    boolean isClosing(Transaction tx, long id, Instant now) {
        return tx.query("select 1 from group_terms where group_id = ? and closing_at <= ?")
                .bind(0, id)
                .bind(1, now)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    long lastSeq(Transaction tx, long id) {
        return tx.query("select last_seq from groups where id = ?")
                .bind(0, id)
                .mapTo(long.class)
                .one();
    }

    void setLastSeq(Transaction tx, long id, long seq) {
        tx.write(SET_LAST_SEQ, seq, id);
    }

    private static Group group(ResultSet row) throws SQLException {
        String contacts = row.getString("contacts");
        return new Group(
                row.getLong("id"),
                row.getString("name"),
                row.getString("code"),
                row.getLong("line_id"),
                row.getString("language"),
                row.getString("country"),
                ReadingMode.valueOf(row.getString("reading_mode")),
                Duration.ofSeconds(row.getInt("bundle_seconds")),
                contacts == null ? "" : contacts,
                row.getBoolean("hold_high"),
                row.getTimestamp("closed_at") != null);
    }
}
