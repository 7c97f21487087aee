package org.dariro.console.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of up to which post each user has read a group. */
@Component
public class ReadMarkDao {
    /** The last post that a user has seen of a group; empty when they never looked. */
    OptionalLong of(Transaction tx, long user, long group) {
        return tx.query("select seq from read_marks where user_id = ? and group_id = ?")
                .bind(0, user)
                .bind(1, group)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** A user has seen a group's posts up to a number. */
    void set(Transaction tx, long user, long group, long seq) {
        if (of(tx, user, group).isEmpty()) {
            tx.update("insert into read_marks (user_id, group_id, seq) values (?, ?, ?)", user, group, seq);
        } else {
            tx.update(
                    "update read_marks set seq = ? where user_id = ? and group_id = ? and seq < ?",
                    seq,
                    user,
                    group,
                    seq);
        }
    }

    /** How many posts of some groups a user has not seen, by group. */
    Map<Long, Long> unread(Transaction tx, long user, Collection<Long> groups) {
        Map<Long, Long> unread = new HashMap<>();
        tx.query("select g.id, g.last_seq - coalesce(m.seq, 0) as unread from groups g"
                        + " left join read_marks m on m.group_id = g.id and m.user_id = ? where g.id = any(?)")
                .bind(0, user)
                .bind(1, groups.toArray(Long[]::new))
                .map((row, context) -> unread.put(row.getLong("id"), row.getLong("unread")))
                .list();
        return unread;
    }
}
