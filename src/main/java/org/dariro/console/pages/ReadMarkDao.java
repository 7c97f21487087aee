package org.dariro.console.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dariro.console.api.ReadMarks;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of how far each user has read a group. */
@Component
public class ReadMarkDao implements ReadMarks {
    /**
     * How far a user has read a group.
     *
     * @param seq the last post
     * @param words the last private words
     */
    record Mark(long seq, long words) {
        static final Mark NOTHING = new Mark(0, 0);
    }

    /** How far a user has read a group; empty when they never looked. */
    Optional<Mark> of(Transaction tx, long user, long group) {
        return tx.query("select seq, words_id from read_marks where user_id = ? and group_id = ?")
                .bind(0, user)
                .bind(1, group)
                .map((row, context) -> new Mark(row.getLong("seq"), row.getLong("words_id")))
                .findOne();
    }

    /** A user has seen all of a group up to a mark. */
    void set(Transaction tx, long user, long group, Mark mark) {
        Optional<Mark> known = of(tx, user, group);
        if (known.isEmpty()) {
            tx.update(
                    "insert into read_marks (user_id, group_id, seq, words_id) values (?, ?, ?, ?)",
                    user,
                    group,
                    mark.seq(),
                    mark.words());
        } else if (known.get().seq() < mark.seq() || known.get().words() < mark.words()) {
            tx.update(
                    "update read_marks set seq = greatest(seq, ?), words_id = greatest(words_id, ?)"
                            + " where user_id = ? and group_id = ?",
                    mark.seq(),
                    mark.words(),
                    user,
                    group);
        }
    }

    @Override
    public void set(Transaction tx, long user, long group, long seq, long words) {
        set(tx, user, group, new Mark(seq, words));
    }

    @Override
    public long lastWords(Transaction tx, long group) {
        return tx.query("select coalesce(max(id), 0) from private_words where group_id = ?")
                .bind(0, group)
                .mapTo(long.class)
                .one();
    }

    @Override
    public Map<Long, Long> unread(Transaction tx, long user, Collection<Long> groups) {
        Map<Long, Long> unread = new HashMap<>();
        tx.query("select g.id, g.last_seq - coalesce(m.seq, 0) + (select count(*) from private_words w"
                        + " where w.group_id = g.id and w.id > coalesce(m.words_id, 0) and not w.from_mentor) as unread"
                        + " from groups g"
                        + " left join read_marks m on m.group_id = g.id and m.user_id = ? where g.id = any(?)")
                .bind(0, user)
                .bind(1, groups.toArray(Long[]::new))
                .map((row, context) -> unread.put(row.getLong("id"), row.getLong("unread")))
                .list();
        return unread;
    }
}
