package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The tables of who is writing where just now. It counts for a short time only, on whichever node. */
@Component
public class AnsweringDao {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Where GROUPS = new Where("answering", "group_id");
    private static final Where ALERTS = new Where("answering_alerts", "alert_id");
    private final InstantSource clock;

    private record Where(String table, String column) {}

    @Inject
    public AnsweringDao(InstantSource clock) {
        this.clock = clock;
    }

    /** Who else is writing in a group. */
    List<String> others(Transaction tx, long user, long group) {
        return others(tx, GROUPS, user, group);
    }

    /** A user is writing in a group; each call moves the time on. */
    void writes(Transaction tx, long user, long group) {
        writes(tx, GROUPS, user, group);
    }

    /** A user has sent it, or given it up. */
    void stops(Transaction tx, long user, long group) {
        stops(tx, GROUPS, user, group);
    }

    /** Who else is writing from an alert. */
    List<String> othersFrom(Transaction tx, long user, long alert) {
        return others(tx, ALERTS, user, alert);
    }

    /** A user is writing from an alert; each call moves the time on. */
    void writesFrom(Transaction tx, long user, long alert) {
        writes(tx, ALERTS, user, alert);
    }

    /** A user has sent what they wrote from an alert, or given it up. */
    void stopsFrom(Transaction tx, long user, long alert) {
        stops(tx, ALERTS, user, alert);
    }

    private List<String> others(Transaction tx, Where where, long user, long id) {
        return tx.query("select u.name from " + where.table() + " w join users u on u.id = w.user_id where w."
                        + where.column() + " = ? and w.user_id <> ? and w.until > ? order by u.name")
                .bind(0, id)
                .bind(1, user)
                .bind(2, clock.instant())
                .mapTo(String.class)
                .list();
    }

    private void writes(Transaction tx, Where where, long user, long id) {
        Instant until = clock.instant().plus(LEASE);
        int changed = tx.update(
                "update " + where.table() + " set until = ? where user_id = ? and " + where.column() + " = ?",
                until,
                user,
                id);
        if (changed == 0) {
            tx.update(
                    "insert into " + where.table() + " (user_id, " + where.column() + ", until) values (?, ?, ?)",
                    user,
                    id,
                    until);
        }
    }

    private static void stops(Transaction tx, Where where, long user, long id) {
        tx.update("delete from " + where.table() + " where user_id = ? and " + where.column() + " = ?", user, id);
    }
}
