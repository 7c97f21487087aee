package org.dariro.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jdbi.v3.core.statement.Query;

/** The table of calls. */
@Component
public class CallDao {
    private static final Write INSERT = new Write(
            95,
            "insert into webhook_calls (id, webhook_id, event, body, state, created_at, attempts, next_at)"
                    + " values (?, ?, ?, ?, 'WAITING', ?, 0, ?)");
    private static final String SELECT =
            "select c.id, c.webhook_id, c.event, c.body, c.state, c.created_at, c.attempts,"
                    + " c.next_at, c.outcome, c.attempted_at from webhook_calls c ";

    void insert(Transaction tx, long id, long endpoint, Event event, Instant at) {
        tx.write(INSERT, id, endpoint, event.type().label(), event.json(), at, at);
    }

    /** Those that are due, of endpoints that are called, the oldest first. */
    List<Call> due(Transaction tx, Instant now, int most) {
        Query query = tx.query(SELECT
                + "join webhooks w on w.id = c.webhook_id where c.state = 'WAITING' and c.next_at <= ?"
                + " and w.disabled_why = '' and w.removed_at is null order by c.next_at, c.id limit ?");
        return query.bind(0, now).bind(1, most).map((row, context) -> call(row)).list();
    }

    /** When the next is due. */
    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(c.next_at) from webhook_calls c join webhooks w on w.id = c.webhook_id"
                        + " where c.state = 'WAITING' and w.disabled_why = '' and w.removed_at is null")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .one();
    }

    /** Takes one for an attempt; false when another node did. */
    boolean claim(Transaction tx, Call call, Instant now, Instant until) {
        return tx.update(
                        "update webhook_calls set attempts = attempts + 1, attempted_at = ?, next_at = ?"
                                + " where id = ? and state = 'WAITING' and attempts = ?",
                        now,
                        until,
                        call.id(),
                        call.attempts())
                == 1;
    }

    void settle(Transaction tx, long id, Call.State state, String outcome, Instant nextAt) {
        tx.update(
                "update webhook_calls set state = ?, outcome = ?, next_at = ? where id = ?",
                state,
                outcome,
                nextAt,
                id);
    }

    /** Makes one due again, with all its attempts before it; false when there is none. */
    boolean again(Transaction tx, long endpoint, long id, Instant at) {
        return tx.update(
                        "update webhook_calls set state = 'WAITING', attempts = 0, next_at = ?"
                                + " where id = ? and webhook_id = ?",
                        at,
                        id,
                        endpoint)
                == 1;
    }

    /** Makes those of an endpoint due that wait. */
    void hurry(Transaction tx, long endpoint, Instant at) {
        tx.update("update webhook_calls set next_at = ? where webhook_id = ? and state = 'WAITING'", at, endpoint);
    }

    /** The calls of an endpoint, the latest first. */
    List<Call> of(Transaction tx, long endpoint, int most) {
        return tx.query(SELECT + "where c.webhook_id = ? order by c.id desc limit ?")
                .bind(0, endpoint)
                .bind(1, most)
                .map((row, context) -> call(row))
                .list();
    }

    Optional<Call> find(Transaction tx, long id) {
        return tx.query(SELECT + "where c.id = ?")
                .bind(0, id)
                .map((row, context) -> call(row))
                .findOne();
    }

    /** Removes what is settled and was written before a time, and what waits at endpoints that are gone. */
    int forget(Transaction tx, Instant before) {
        return tx.update("delete from webhook_calls where created_at < ? and state <> 'WAITING'", before)
                + tx.update(
                        "delete from webhook_calls where state = 'WAITING' and webhook_id in"
                                + " (select id from webhooks where removed_at is not null or disabled_at < ?)",
                        before);
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("event"),
                row.getString("body"),
                Call.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"),
                row.getTimestamp("next_at").toInstant(),
                row.getString("outcome"),
                Optional.ofNullable(row.getTimestamp("attempted_at")).map(Timestamp::toInstant));
    }
}
