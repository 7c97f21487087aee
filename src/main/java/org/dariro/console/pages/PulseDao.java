package org.dariro.console.pages;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Reads how far things are, in a few numbers that differ after each change. */
@Component
public class PulseDao {
    /**
     * How far a group is.
     *
     * @param seq the number of its last post
     * @param words how many private words there are
     * @param got how far its readers are
     * @param writing who is writing
     */
    record Circle(long seq, long words, long got, long writing) {}

    /** What belongs to all groups: holds, decisions on them, alerts, what was done about these. */
    String common(Transaction tx) {
        return tx.query("select (select count(*) from holds) as held, (select count(decision) from holds) as decided,"
                        + " (select count(*) from alerts) as alerts, (select count(*) from alert_actions) as actions")
                .map((row, context) -> row.getLong("held") + "." + row.getLong("decided") + "." + row.getLong("alerts")
                        + "." + row.getLong("actions"))
                .one();
    }

    /** What of alerts changes by itself: claims that end, what was put off and comes back, calls; and what needs no answer. */
    String alerts(Transaction tx, Instant now) {
        return tx.query(
                        "select (select count(*) from alerts a where a.state in ('OPEN', 'CLOSING') and a.claimed_until > ?)"
                                + " as claimed, (select count(*) from alerts a where a.state in ('OPEN', 'CLOSING')"
                                + " and a.follow_up_at > ?) as later, (select coalesce(sum(e.round * 1000 + e.step), 0)"
                                + " from escalations e where e.next_at is not null) as steps,"
                                + " (select coalesce(sum(d.words_id), 0) from settled_words d) as settled")
                .bind(0, now)
                .bind(1, now)
                .map((row, context) -> row.getLong("claimed") + "." + row.getLong("later") + "." + row.getLong("steps")
                        + "." + row.getString("settled"))
                .one();
    }

    /** How far some groups are, by group. */
    Map<Long, Circle> groups(Transaction tx, Collection<Long> groups, Instant now) {
        Map<Long, Circle> circles = new HashMap<>();
        tx.query("select g.id, g.last_seq,"
                        + " (select count(*) from private_words w where w.group_id = g.id) as words,"
                        + " (select coalesce(sum(s.cursor_seq), 0) from memberships s where s.group_id = g.id) as got,"
                        + " (select coalesce(sum(a.user_id), 0) from answering a where a.group_id = g.id and a.until > ?) as writing"
                        + " from groups g where g.id = any(?)")
                .bind(0, now)
                .bind(1, groups.toArray(Long[]::new))
                .map((row, context) -> circles.put(
                        row.getLong("id"),
                        new Circle(
                                row.getLong("last_seq"),
                                row.getLong("words"),
                                row.getLong("got"),
                                row.getLong("writing"))))
                .list();
        return circles;
    }

    /**
     * How far some alerts are, by alert: what was done, whom we called, what was written to and by the person, whether somebody
     * has it, who is writing; and the other alerts on the person.
     */
    Map<Long, String> cases(Transaction tx, Collection<Long> alerts, Instant now) {
        Map<Long, String> cases = new HashMap<>();
        tx.query("select a.id, case when a.claimed_until > ? then 1 else 0 end as claimed,"
                        + " case when a.follow_up_at > ? then 1 else 0 end as later,"
                        + " (select count(*) from alert_actions c where c.alert_id = a.id) as actions,"
                        + " (select count(*) from pages p where p.alert_id = a.id) as calls,"
                        + " (select e.round * 1000 + e.step * 2 + case when e.next_at is null then 1 else 0 end"
                        + " from escalations e where e.alert_id = a.id) as step,"
                        + " (select count(*) from private_words w where w.membership_id = a.membership_id) as words,"
                        + " (select count(*) from alerts o where o.member_id = a.member_id) as others,"
                        + " (select count(*) from alerts o where o.member_id = a.member_id and o.state <> 'CLOSED') as open,"
                        + " (select coalesce(sum(w.user_id), 0) from answering_alerts w where w.alert_id = a.id and w.until > ?)"
                        + " as writing from alerts a where a.id = any(?)")
                .bind(0, now)
                .bind(1, now)
                .bind(2, now)
                .bind(3, alerts.toArray(Long[]::new))
                .map((row, context) -> cases.put(
                        row.getLong("id"),
                        row.getLong("actions") + "." + row.getLong("words") + "." + row.getLong("claimed")
                                + row.getLong("later") + "." + row.getLong("calls") + "." + row.getLong("step") + "."
                                + row.getLong("others") + "." + row.getLong("open") + "." + row.getLong("writing")))
                .list();
        return cases;
    }
}
