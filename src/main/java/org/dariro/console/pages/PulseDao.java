package org.dariro.console.pages;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Reads how far things are, in a few numbers that grow with each change. */
@Component
public class PulseDao {
    /** What belongs to all groups: holds, decisions on them, alerts, what was done about these. */
    String common(Transaction tx) {
        return tx.query("select (select count(*) from holds) as held, (select count(decision) from holds) as decided,"
                        + " (select count(*) from alerts) as alerts, (select count(*) from alert_actions) as actions")
                .map((row, context) -> row.getLong("held") + "." + row.getLong("decided") + "." + row.getLong("alerts")
                        + "." + row.getLong("actions"))
                .one();
    }

    /** What belongs to some groups: their last posts, private words, how far their readers are, and who is writing; by group. */
    Map<Long, String> groups(Transaction tx, Collection<Long> groups, Instant now) {
        Map<Long, String> pulses = new HashMap<>();
        tx.query("select g.id, g.last_seq,"
                        + " (select count(*) from private_words w where w.group_id = g.id) as words,"
                        + " (select coalesce(sum(s.cursor_seq), 0) from memberships s where s.group_id = g.id) as got,"
                        + " (select coalesce(sum(a.user_id), 0) from answering a where a.group_id = g.id and a.until > ?) as writing"
                        + " from groups g where g.id = any(?)")
                .bind(0, now)
                .bind(1, groups.toArray(Long[]::new))
                .map((row, context) -> pulses.put(
                        row.getLong("id"),
                        row.getLong("last_seq") + "." + row.getLong("words") + "." + row.getLong("got") + "."
                                + row.getLong("writing")))
                .list();
        return pulses;
    }
}
