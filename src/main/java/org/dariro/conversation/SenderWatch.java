package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Watches for answering machines and floods. The same text from one sender again and again within ten minutes is a loop:
 * the copies are kept, but not shared and not answered. Very many texts in that time are a flood: they wait for a mentor.
 *
 * <p>Kept in memory for the senders seen last; a restart forgives.
 */
@Component
public class SenderWatch {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int SENDERS = 20_000;
    private final ConversationSettings settings;
    private final InstantSource clock;
    private final Map<Long, Deque<Seen>> senders = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Deque<Seen>> eldest) {
            return size() > SENDERS;
        }
    };

    @Inject
    public SenderWatch(ConversationSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(Instant at, int text) {}

    /** What a sender's latest text is, seen with those before it. */
    public enum Verdict {
        FINE,
        /** The first copy too many: tell the sender. */
        LOOP_BEGINS,
        /** One more copy: silence. */
        LOOP,
        /** The first text too many: tell the sender. */
        FLOOD_BEGINS,
        /** One more. */
        FLOOD
    }

    /** Notes a text and judges it; if the transaction is rolled back, the text was not heard. */
    public Verdict judge(Transaction tx, long member, String text) {
        tx.afterRollback(() -> takeBack(member));
        return judge(member, text);
    }

    private synchronized void takeBack(long member) {
        Deque<Seen> seen = senders.get(member);
        if (seen != null) {
            seen.pollLast();
        }
    }

    private synchronized Verdict judge(long member, String text) {
        Instant now = clock.instant();
        Deque<Seen> seen = senders.computeIfAbsent(member, id -> new ArrayDeque<>());
        while (!seen.isEmpty() && seen.peekFirst().at().plus(WINDOW).isBefore(now)) {
            seen.removeFirst();
        }
        int hash = text.strip().toLowerCase(java.util.Locale.ROOT).hashCode();
        seen.addLast(new Seen(now, hash));
        if (seen.size() > settings.floodTexts() * 2) {
            seen.removeFirst(); // enough to know a flood by
        }
        long same = seen.stream().filter(one -> one.text() == hash).count();
        if (same > settings.loopTexts()) {
            return same == settings.loopTexts() + 1L ? Verdict.LOOP_BEGINS : Verdict.LOOP;
        }
        if (seen.size() > settings.floodTexts()) {
            return seen.size() == settings.floodTexts() + 1 ? Verdict.FLOOD_BEGINS : Verdict.FLOOD;
        }
        return Verdict.FINE;
    }
}
