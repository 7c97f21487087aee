package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.conversation.PrivateWordDao.PrivateWords;
import org.dariro.group.Membership;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Private words that no mentor has answered. They wait until a mentor writes to that person in private, or says that they need
 * no answer. Words that belong to an alert are left to it, but for one that was put off; closing it settles them.
 */
@Component
public class WaitingWords {
    /** From the person's side: few have written anything since a mentor last wrote to them. */
    private static final String SELECT = "select e.id, min(w.id) as first_id, count(*) as number from (select s.id,"
            + " coalesce((select max(r.id) from private_words r where r.membership_id = s.id and r.from_mentor), 0)"
            + " as answered, coalesce(d.words_id, 0) as settled from memberships s"
            + " join members m on m.id = s.member_id and m.data_key is not null"
            + " left join settled_words d on d.membership_id = s.id where s.group_id = any(?) offset 0) e"
            + " join private_words w on w.membership_id = e.id and not w.from_mentor and w.id > e.answered"
            + " and w.id > e.settled left join alerts a on a.id = w.alert_id"
            + " where a.id is null or (a.state <> 'CLOSED' and a.follow_up_at > ?)"
            + " group by e.id order by min(w.id) limit ?";

    private final PrivateWordDao words;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public WaitingWords(PrivateWordDao words, AuditLog audit, InstantSource clock) {
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who waits.
     *
     * @param first the oldest of their words that wait
     * @param number how many of them wait
     */
    public record Wait(PrivateWords first, int number) {}

    private record Found(long place, long first, int number) {}

    /** Who waits in some groups, the longest waiting first. */
    public List<Wait> of(Transaction tx, Collection<Long> groups, int most) {
        List<Found> found = tx.query(SELECT)
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, clock.instant())
                .bind(2, most)
                .map((row, context) -> new Found(row.getLong("id"), row.getLong("first_id"), row.getInt("number")))
                .list();
        Map<Long, PrivateWords> texts = words
                .find(tx, found.stream().map(Found::first).toList())
                .stream()
                .collect(Collectors.toMap(PrivateWords::id, Function.identity()));
        List<Wait> waits = new ArrayList<>();
        for (Found one : found) {
            PrivateWords first = texts.get(one.first());
            if (first != null) {
                waits.add(new Wait(first, one.number()));
            }
        }
        return waits;
    }

    /** Whether somebody waits. */
    public boolean waits(Transaction tx, Membership place) {
        return of(tx, Set.of(place.groupId()), Integer.MAX_VALUE).stream()
                .anyMatch(wait -> wait.first().membership() == place.id());
    }

    /** Says that what somebody has written up to now needs no answer; kept in the audit trail. */
    public void settle(Transaction tx, Membership place, String by) {
        long last = words.last(tx, place.id());
        int changed = tx.update(
                "update settled_words set words_id = ?, settled_by = ?, settled_at = ? where membership_id = ?",
                last,
                by,
                clock.instant(),
                place.id());
        if (changed == 0) {
            tx.update(
                    "insert into settled_words (membership_id, words_id, settled_by, settled_at) values (?, ?, ?, ?)",
                    place.id(),
                    last,
                    by,
                    clock.instant());
        }
        audit.add(tx, AuditEntry.of(by, "private-words-settled").on("place", place.id()));
    }
}
