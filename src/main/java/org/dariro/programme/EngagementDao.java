package org.dariro.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Asks the tables how somebody takes part. */
@Component
public class EngagementDao {
    /** What somebody posted. */
    record Posts(long released, long held, Optional<Instant> last) {}

    /** What became of a text, and since when. */
    record Text(String state, Instant at) {}

    Posts posts(Transaction tx, long place) {
        return tx.query("select count(p.seq) as released, count(*) as written, max(p.written_at) as last from posts p"
                        + " join memberships s on s.id = p.membership_id and p.group_id = s.group_id where s.id = ?")
                .bind(0, place)
                .map((row, context) -> new Posts(
                        row.getLong("released"),
                        row.getLong("written") - row.getLong("released"),
                        Optional.ofNullable(row.getTimestamp("last")).map(Timestamp::toInstant)))
                .one();
    }

    Optional<Instant> lastPrivate(Transaction tx, long place) {
        return tx.query("select max(w.at) as last from memberships s join private_words w on w.group_id = s.group_id"
                        + " and w.membership_id = s.id and not w.from_mentor where s.id = ?")
                .bind(0, place)
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("last")).map(Timestamp::toInstant))
                .one();
    }

    /** The last text with posts of a group to a member. */
    Optional<Text> lastText(Transaction tx, long group, long member) {
        return tx.query("select state, changed_at from parcels where group_id = ? and member_id = ?"
                        + " and kind = 'GROUP' order by id desc limit 1")
                .bind(0, group)
                .bind(1, member)
                .map((row, context) -> new Text(
                        row.getString("state"), row.getTimestamp("changed_at").toInstant()))
                .findOne();
    }
}
