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
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;

/**
 * Private words that no mentor has answered. They wait until a mentor writes to that person in private, or says that they need
 * no answer. Words that belong to an alert are left to it, but for one that was put off; closing it settles
 * them as far as they were read.
 */
@Component
public class WaitingWords {
    private final WaitingWordsDao dao;
    private final PrivateWordDao words;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final InstantSource clock;

    @Inject
    public WaitingWords(
            WaitingWordsDao dao, PrivateWordDao words, AuditLog audit, Webhooks webhooks, InstantSource clock) {
        this.dao = dao;
        this.words = words;
        this.audit = audit;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * Somebody who waits.
     *
     * @param first the oldest of their words that wait
     * @param number how many of them wait
     */
    public record Wait(PrivateWords first, int number) {}

    /** Who waits in some groups, the longest waiting first. */
    public List<Wait> of(Transaction tx, Collection<Long> groups, int most) {
        List<WaitingWordsDao.Waiting> found = dao.waiting(tx, groups, clock.instant(), most);
        Map<Long, PrivateWords> texts =
                words
                        .find(
                                tx,
                                found.stream()
                                        .map(WaitingWordsDao.Waiting::first)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(PrivateWords::id, Function.identity()));
        List<Wait> waits = new ArrayList<>();
        for (WaitingWordsDao.Waiting one : found) {
            PrivateWords first = texts.get(one.first());
            if (first != null) {
                waits.add(new Wait(first, one.number()));
            }
        }
        return waits;
    }

    /** Tells other systems of words that have just come, where they wait; an alert that they raised is there by now. */
    void tell(Transaction tx, Membership place, long last) {
        if (webhooks.wants(tx, Event.Type.WORDS_WAITING) && dao.isWaiting(tx, last, clock.instant())) {
            webhooks.tell(
                    tx,
                    Event.of(Event.Type.WORDS_WAITING, clock.instant())
                            .with("words", last)
                            .with("member", place.id())
                            .with("group", place.groupId()));
        }
    }

    /** In which of some groups anybody waits. */
    public Set<Long> groups(Transaction tx, Collection<Long> groups) {
        return groups.isEmpty()
                ? Set.of()
                : dao.waiting(tx, groups, clock.instant(), Integer.MAX_VALUE).stream()
                        .map(WaitingWordsDao.Waiting::group)
                        .collect(Collectors.toSet());
    }

    /** Whether somebody waits. */
    public boolean waits(Transaction tx, Membership place) {
        return of(tx, Set.of(place.groupId()), Integer.MAX_VALUE).stream()
                .anyMatch(wait -> wait.first().membership() == place.id());
    }

    /**
     * Says that what somebody has written needs no answer; kept in the audit trail.
     *
     * @param seen the id of the last words that were read; what came after it still waits
     */
    public void settle(Transaction tx, Membership place, long seen, String by) {
        dao.settle(tx, place.id(), Math.min(seen, words.last(tx, place.id())), by, clock.instant());
        audit.add(tx, AuditEntry.of(by, "private-words-settled").on("place", place.id()));
    }
}
