package org.dariro.console.pages;

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

    /** What belongs to some groups: their last posts, private words, and how far their readers are; by group. */
    Map<Long, String> groups(Transaction tx, Collection<Long> groups) {
        Map<Long, String> pulses = new HashMap<>();
        tx.query("select g.id, g.last_seq,"
                        + " (select count(*) from private_words w where w.group_id = g.id) as words,"
                        + " (select coalesce(sum(s.cursor_seq), 0) from memberships s where s.group_id = g.id) as got"
                        + " from groups g where g.id = any(?)")
                .bind(0, groups.toArray(Long[]::new))
                .map((row, context) -> pulses.put(
                        row.getLong("id"),
                        row.getLong("last_seq") + "." + row.getLong("words") + "." + row.getLong("got")))
                .list();
        return pulses;
    }
}
