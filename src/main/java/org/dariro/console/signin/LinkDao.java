package org.dariro.console.signin;

import java.time.Instant;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of one-time links; only their hashes are in it. */
@Component
public class LinkDao {
    void insert(Transaction tx, long id, byte[] hash, long user, String by, Instant at, Instant ends) {
        tx.update(
                "insert into one_time_links (id, hash, user_id, made_by, made_at, ends_at) values (?, ?, ?, ?, ?, ?)",
                id,
                hash,
                user,
                by,
                at,
                ends);
    }

    /** Whose link this is, while it counts. */
    Optional<Long> user(Transaction tx, byte[] hash, Instant now) {
        return tx.query("select user_id from one_time_links where hash = ? and used_at is null and ends_at > ?")
                .bind(0, hash)
                .bind(1, now)
                .mapTo(Long.class)
                .findOne();
    }

    boolean use(Transaction tx, byte[] hash, Instant now) {
        return tx.update(
                        "update one_time_links set used_at = ? where hash = ? and used_at is null and ends_at > ?",
                        now,
                        hash,
                        now)
                == 1;
    }

    /** Ends all links of somebody. */
    void end(Transaction tx, long user, Instant now) {
        tx.update("update one_time_links set used_at = ? where user_id = ? and used_at is null", now, user);
    }
}
