package org.dariro.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jdbi.v3.core.statement.Query;

/** The table of holds. */
@Component
public class HoldDao {
    private static final Write INSERT =
            new Write(70, "insert into holds (id, post_id, reason, placed_at) values (?, ?, ?, ?)");
    private static final String SELECT =
            "select h.id, h.post_id, h.reason, h.placed_at, h.decision, h.decided_at, h.decided_by, h.decision_reason"
                    + " from holds h ";

    void insert(Transaction tx, long id, long postId, String reason, Instant at) {
        tx.write(INSERT, id, postId, reason, at);
    }

    Optional<Hold> find(Transaction tx, long id) {
        return tx.query(SELECT + "where h.id = ?")
                .bind(0, id)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /** Those that wait, the oldest first, after one of them. */
    List<Hold> waiting(Transaction tx, Set<Long> groups, long after, int most) {
        Optional<Hold> last = after == 0 ? Optional.empty() : find(tx, after);
        Query query = tx.query(SELECT + "join posts p on p.id = h.post_id where h.decision is null"
                        + " and (h.placed_at, h.id) > (?, ?)" + (groups.isEmpty() ? "" : " and p.group_id = any(?)")
                        + " order by h.placed_at, h.id limit " + most)
                .bind(0, last.map(Hold::placedAt).orElse(Instant.EPOCH))
                .bind(1, last.map(Hold::id).orElse(0L));
        return (groups.isEmpty() ? query : query.bind(2, groups.toArray(Long[]::new)))
                .map((row, context) -> hold(row))
                .list();
    }

    Optional<Hold> ofPost(Transaction tx, long post) {
        return tx.query(SELECT + "where h.post_id = ?")
                .bind(0, post)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /** Whether the post that an alert is about waits for somebody to decide. */
    boolean isWaiting(Transaction tx, Alert alert) {
        return alert.source().equals("post")
                && alert.sourceId()
                        .flatMap(post -> ofPost(tx, post))
                        .filter(Hold::waits)
                        .isPresent();
    }

    /** Decides a hold, unless somebody else has just done so. */
    boolean decide(Transaction tx, long id, String decision, String by, String reason, Instant at) {
        return tx.update(
                        "update holds set decision = ?, decided_at = ?, decided_by = ?, decision_reason = ? where id = ?"
                                + " and decision is null",
                        decision,
                        at,
                        by,
                        reason,
                        id)
                == 1;
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getLong("post_id"),
                row.getString("reason"),
                row.getTimestamp("placed_at").toInstant(),
                Optional.ofNullable(row.getString("decision")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("decision_reason")));
    }
}
