package org.dariro.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of watches. */
@Component
public class WatchDao {
    private static final Write INSERT = new Write(
            74,
            "insert into watches (id, member_id, group_id, alert_id, placed_by, placed_at, until_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)");
    private static final String SELECT =
            "select w.id, w.member_id, w.alert_id, w.group_id, a.membership_id, w.placed_by,"
                    + " w.placed_at, w.until_at, w.ended_by from watches w join alerts a on a.id = w.alert_id ";

    void insert(Transaction tx, Watch watch) {
        tx.write(
                INSERT,
                watch.id(),
                watch.member(),
                watch.group().orElse(null),
                watch.alert(),
                watch.placedBy(),
                watch.placedAt(),
                watch.until());
    }

    /** Whether somebody is watched over at a time. */
    boolean holds(Transaction tx, long member, Instant now) {
        return tx.query("select count(*) from watches where member_id = ? and ended_at is null and until_at > ?")
                        .bind(0, member)
                        .bind(1, now)
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    /** Those that count at a time, the first to end first. */
    List<Watch> at(Transaction tx, Instant now) {
        return tx.query(SELECT + "where w.ended_at is null and w.until_at > ? order by w.until_at, w.id")
                .bind(0, now)
                .map((row, context) -> watch(row))
                .list();
    }

    Optional<Watch> find(Transaction tx, long id) {
        return tx.query(SELECT + "where w.id = ?")
                .bind(0, id)
                .map((row, context) -> watch(row))
                .findOne();
    }

    boolean end(Transaction tx, long id, String by, Instant at) {
        return tx.update("update watches set ended_by = ?, ended_at = ? where id = ? and ended_at is null", by, at, id)
                == 1;
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getLong("alert_id"),
                id(row, "group_id"),
                id(row, "membership_id"),
                row.getString("placed_by"),
                row.getTimestamp("placed_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                Optional.ofNullable(row.getString("ended_by")));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }
}
