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
    private static final String OPEN = "(a.id is null or (a.state <> 'CLOSED' and a.follow_up_at > ?)"
            + " or (a.state = 'CLOSED' and w.id > a.words_seen))"; // written in the moment of its closing

    /** Words of a person that stand by themselves, or belong to an alert that is to be looked at again. */
    private static final String THEIRS =
            " from private_words w left join alerts a on a.id = w.alert_id where not w.from_mentor and " + OPEN;

    /**
     * From the person's side: few have written anything since a mentor last wrote to them. Each step is one look in an index for each
     * person, fenced by {@code offset 0}: as joins, PostgreSQL takes the words that wait for next to none and pairs all words with all
     * people.
     */
    private static final String SELECT = "select f.id, f.group_id, f.first_id, (select count(*)" + THEIRS
            + " and w.membership_id = f.id and w.id >= f.first_id) as number from (select e.id, e.group_id, (select min(w.id)"
            + THEIRS
            + " and w.membership_id = e.id and w.id > e.behind) as first_id from (select s.id, s.group_id, greatest(coalesce("
            + "(select max(r.id) from private_words r where r.membership_id = s.id and r.from_mentor and not r.planned), 0),"
            + " coalesce(d.words_id, 0)) as behind from memberships s"
            + " join members m on m.id = s.member_id and m.data_key is not null"
            + " left join settled_words d on d.membership_id = s.id where s.group_id = any(?) offset 0) e offset 0) f"
            + " where f.first_id is not null order by f.first_id limit ?";

    /**
     * Whose words wait.
     *
     * @param place theirs in the group
     * @param group where
     * @param first the oldest words that wait
     * @param number how many wait
     */
    record Waiting(long place, long group, long first, int number) {}

    /** Who waits in some groups, the longest waiting first. */
    List<Waiting> waiting(Transaction tx, Collection<Long> groups, Instant now, int most) {
        return tx.query(SELECT)
                .bind(0, now)
                .bind(1, now)
                .bind(2, groups.toArray(Long[]::new))
                .bind(3, most)
                .map((row, context) -> new Waiting(
                        row.getLong("id"), row.getLong("group_id"), row.getLong("first_id"), row.getInt("number")))
                .list();
    }

    /** Whether some words that have just come are left to no alert. */
    boolean isWaiting(Transaction tx, long words, Instant now) {
        return tx.query("select count(*) from private_words w left join alerts a on a.id = w.alert_id"
                                + " where w.id = ? and (a.id is null or a.follow_up_at > ?)")
                        .bind(0, words)
                        .bind(1, now)
                        .mapTo(long.class)
                        .one()
                > 0;
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
