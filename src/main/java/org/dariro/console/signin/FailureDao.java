package org.dariro.console.signin;

import java.time.Instant;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of failed sign-ins, by keyed hashes. */
@Component
public class FailureDao {
    /** How often it failed, and when the last time. */
    record Failures(int count, Instant lastAt) {}

    Optional<Failures> find(Transaction tx, byte[] key) {
        return tx.query("select failures, last_at from sign_in_failures where key_hash = ?")
                .bind(0, key)
                .map((row, context) -> new Failures(
                        row.getInt("failures"), row.getTimestamp("last_at").toInstant()))
                .findOne();
    }

    /** Counts one more; from one again when the last was before {@code forgotten}. */
    void count(Transaction tx, byte[] key, Instant at, Instant forgotten) {
        int known = tx.update(
                "update sign_in_failures set failures = case when last_at < ? then 1 else failures + 1 end, last_at = ?"
                        + " where key_hash = ?",
                forgotten,
                at,
                key);
        if (known == 0) {
            tx.update("insert into sign_in_failures (key_hash, failures, last_at) values (?, 1, ?)", key, at);
        }
    }

    void clear(Transaction tx, byte[] key) {
        tx.update("delete from sign_in_failures where key_hash = ?", key);
    }

    void forget(Transaction tx, Instant before) {
        tx.update("delete from sign_in_failures where last_at < ?", before);
    }
}
