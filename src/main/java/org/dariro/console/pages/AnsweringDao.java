package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of who is writing where just now. It counts for a short time only, on whichever node. */
@Component
public class AnsweringDao {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private final InstantSource clock;

    @Inject
    public AnsweringDao(InstantSource clock) {
        this.clock = clock;
    }

    /** Who else is writing in a group. */
    List<String> others(Transaction tx, long user, long group) {
        return tx.query("select u.name from answering a join users u on u.id = a.user_id"
                        + " where a.group_id = ? and a.user_id <> ? and a.until > ? order by u.name")
                .bind(0, group)
                .bind(1, user)
                .bind(2, clock.instant())
                .mapTo(String.class)
                .list();
    }

    /** A user is writing in a group; each call moves the time on, though not more often than it matters. */
    void writes(Transaction tx, long user, long group) {
        Instant until = clock.instant().plus(LEASE);
        boolean known = tx.query("select count(*) from answering where user_id = ? and group_id = ?")
                        .bind(0, user)
                        .bind(1, group)
                        .mapTo(long.class)
                        .one()
                > 0;
        if (known) {
            tx.update("update answering set until = ? where user_id = ? and group_id = ?", until, user, group);
        } else {
            tx.update("insert into answering (user_id, group_id, until) values (?, ?, ?)", user, group, until);
        }
    }

    /** A user has sent it, or given it up. */
    void stops(Transaction tx, long user, long group) {
        tx.update("delete from answering where user_id = ? and group_id = ?", user, group);
    }
}
