package org.dariro.console.signin;

import java.time.Instant;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of failed sign-ins, by keyed hashes. */
@Component
public class FailureDao {
    /** How often it failed, and when the last time. */
    record Failures(int count, Instant lastAt) {}

    /** How often it failed, for this transaction alone until it ends. */
    Failures hold(Transaction tx, byte[] key, Instant now) {
        tx.update(
                "insert into sign_in_failures (key_hash, failures, last_at) values (?, 0, ?) on conflict do nothing",
                key,
                now);
        return tx.query("select failures, last_at from sign_in_failures where key_hash = ? for update")
                .bind(0, key)
                .map((row, context) -> new Failures(
                        row.getInt("failures"), row.getTimestamp("last_at").toInstant()))
                .one();
    }

    void set(Transaction tx, byte[] key, int failures, Instant at) {
        tx.update("update sign_in_failures set failures = ?, last_at = ? where key_hash = ?", failures, at, key);
    }

    /** One failure less; and the last was when it was before, unless another came meanwhile. */
    void giveBack(Transaction tx, byte[] key, Instant counted, Instant before) {
        tx.update(
                "update sign_in_failures set failures = failures - 1, last_at = case when last_at = ? then ? else last_at end"
                        + " where key_hash = ? and failures > 0",
                counted,
                before,
                key);
    }

    void clear(Transaction tx, byte[] key) {
        tx.update("delete from sign_in_failures where key_hash = ?", key);
    }

    void forget(Transaction tx, Instant before) {
        tx.update("delete from sign_in_failures where last_at < ?", before);
    }
}
