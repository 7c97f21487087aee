package org.dariro.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of the groups whose mentors are told once a day how many posts wait for an answer. */
@Component
public class DailyCountsDao {
    private static final String SETTINGS = "select group_id, at_hour, next_at from daily_counts ";

    /**
     * When a group's mentors are told.
     *
     * @param next empty while they are not
     */
    record Row(long group, int hour, Optional<Instant> next) {}

    Optional<Row> find(Transaction tx, long group) {
        return tx.query(SETTINGS + "where group_id = ?")
                .bind(0, group)
                .map((row, context) -> row(row))
                .findOne();
    }

    void save(Transaction tx, Row row, String by, Instant at) {
        int changed = tx.update(
                "update daily_counts set at_hour = ?, next_at = ?, changed_by = ?, changed_at = ? where group_id = ?",
                row.hour(),
                row.next().orElse(null),
                by,
                at,
                row.group());
        if (changed == 0) {
            tx.update(
                    "insert into daily_counts (group_id, at_hour, next_at, changed_by, changed_at) values (?, ?, ?, ?, ?)",
                    row.group(),
                    row.hour(),
                    row.next().orElse(null),
                    by,
                    at);
        }
    }

    void moveOn(Transaction tx, long group, Optional<Instant> next) {
        tx.update("update daily_counts set next_at = ? where group_id = ?", next.orElse(null), group);
    }

    /** The groups whose mentors are to be told by now, the longest waiting first. */
    List<Long> due(Transaction tx, Instant now, int most) {
        return tx.query("select group_id from daily_counts where next_at <= ? order by next_at, group_id limit ?")
                .bind(0, now)
                .bind(1, most)
                .mapTo(Long.class)
                .list();
    }

    /** One of these, locked; empty when another node has it or was there first. */
    Optional<Row> lockDue(Transaction tx, long group, Instant now) {
        return tx.query(SETTINGS + "where group_id = ? and next_at <= ? for update skip locked")
                .bind(0, group)
                .bind(1, now)
                .map((row, context) -> row(row))
                .findOne();
    }

    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(next_at) as at from daily_counts")
                .map((row, context) -> time(row, "at"))
                .one();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("group_id"), row.getInt("at_hour"), time(row, "next_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
