package org.dariro.console.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of who is signed in; only hashes of what browsers hold. */
@Component
public class SessionDao {
    private static final String SELECT = "select s.id, s.stage, s.browser, s.began_at, s.seen_at, " + UserDao.COLUMNS
            + " from sign_ins s join users u on u.id = s.user_id ";

    void insert(Transaction tx, long id, byte[] hash, long user, SignedIn.Stage stage, String browser, Instant at) {
        tx.update(
                "insert into sign_ins (id, hash, user_id, stage, browser, began_at, seen_at) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                hash,
                user,
                stage,
                browser,
                at,
                at);
    }

    Optional<SignedIn> find(Transaction tx, byte[] hash) {
        return tx.query(SELECT + "where s.hash = ?")
                .bind(0, hash)
                .map((row, context) -> session(row))
                .findOne();
    }

    List<SignedIn> ofUser(Transaction tx, long user) {
        return tx.query(SELECT + "where s.user_id = ? order by s.seen_at desc, s.id desc")
                .bind(0, user)
                .map((row, context) -> session(row))
                .list();
    }

    void seen(Transaction tx, long id, Instant at) {
        tx.update("update sign_ins set seen_at = ? where id = ?", at, id);
    }

    void delete(Transaction tx, long id) {
        tx.update("delete from sign_ins where id = ?", id);
    }

    void deleteOfUser(Transaction tx, long user) {
        tx.update("delete from sign_ins where user_id = ?", user);
    }

    void deleteOthers(Transaction tx, long user, long except) {
        tx.update("delete from sign_ins where user_id = ? and id <> ?", user, except);
    }

    /** Removes those that nobody can use any more. */
    void deleteSeenBefore(Transaction tx, Instant time) {
        tx.update("delete from sign_ins where seen_at < ?", time);
    }

    private static SignedIn session(ResultSet row) throws SQLException {
        return new SignedIn(
                row.getLong("id"),
                UserDao.user(row),
                SignedIn.Stage.valueOf(row.getString("stage")),
                row.getString("browser"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }
}
