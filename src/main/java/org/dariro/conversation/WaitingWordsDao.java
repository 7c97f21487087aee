package org.dariro.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Reads which private words wait for a mentor, and keeps which of them need no answer. */
@Component
public class WaitingWordsDao {
    /** From the person's side: few have written anything since a mentor last wrote to them. */
    private static final String SELECT = "select e.id, min(w.id) as first_id, count(*) as number from (select s.id,"
            + " coalesce((select max(r.id) from private_words r where r.membership_id = s.id and r.from_mentor and not r.planned), 0)"
            + " as answered, coalesce(d.words_id, 0) as settled from memberships s"
            + " join members m on m.id = s.member_id and m.data_key is not null"
            + " left join settled_words d on d.membership_id = s.id where s.group_id = any(?) offset 0) e"
            + " join private_words w on w.membership_id = e.id and not w.from_mentor and w.id > e.answered"
            + " and w.id > e.settled left join alerts a on a.id = w.alert_id"
            + " where a.id is null or (a.state <> 'CLOSED' and a.follow_up_at > ?)"
            + " group by e.id order by min(w.id) limit ?";

    /**
     * Whose words wait.
     *
     * @param place theirs in the group
     * @param first the oldest words that wait
     * @param number how many wait
     */
    record Waiting(long place, long first, int number) {}

    /** Who waits in some groups, the longest waiting first. */
    List<Waiting> waiting(Transaction tx, Collection<Long> groups, Instant now, int most) {
        return tx.query(SELECT)
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, now)
                .bind(2, most)
                .map((row, context) -> new Waiting(row.getLong("id"), row.getLong("first_id"), row.getInt("number")))
                .list();
    }

    /** Keeps that what somebody has written up to some words needs no answer; what is kept never goes back. */
    void settle(Transaction tx, long place, long last, String by, Instant now) {
        Optional<Long> kept = tx.query("select words_id from settled_words where membership_id = ?")
                .bind(0, place)
                .mapTo(Long.class)
                .findOne();
        if (kept.isEmpty()) {
            tx.update(
                    "insert into settled_words (membership_id, words_id, settled_by, settled_at) values (?, ?, ?, ?)",
                    place,
                    last,
                    by,
                    now);
        } else if (kept.get() < last) {
            tx.update(
                    "update settled_words set words_id = ?, settled_by = ?, settled_at = ? where membership_id = ?",
                    last,
                    by,
                    now,
                    place);
        }
    }
}
