package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The last words of each sender, so that a phrase that begins in one text and ends in the next is found.
 *
 * <p>Kept in memory, for the senders heard last and for minutes only; a restart forgets them.
 */
@Component
public class RecentWords {
    private static final int SENDERS = 20_000;

    /** Characters kept of a text: longer than most phrases of the lexicons with their gaps. */
    private static final int LONGEST = 120;

    private final Duration window;
    private final InstantSource clock;
    private final Map<Long, Heard> heard = new LinkedHashMap<>();

    @Inject
    public RecentWords(SafeguardSettings settings, InstantSource clock) {
        this.window = settings.splitWithin();
        this.clock = clock;
    }

    private record Heard(Instant at, String words) {}

    /**
     * The last words of the sender's text before this one, if it came within the set time; keeps the last words of this one
     * instead. If the transaction is rolled back, this text was not heard.
     */
    public Optional<String> before(Transaction tx, long member, String text) {
        if (window.isZero()) {
            return Optional.empty();
        }
        Heard last = swap(member, new Heard(clock.instant(), tail(text)));
        tx.afterRollback(() -> swap(member, last));
        return Optional.ofNullable(last).map(Heard::words).filter(words -> !words.isEmpty());
    }

    private synchronized @Nullable Heard swap(long member, @Nullable Heard now) {
        Instant since = clock.instant().minus(window);
        Heard last = heard.remove(member);
        if (now != null) {
            heard.put(member, now);
        }
        Iterator<Heard> oldest = heard.values().iterator();
        while (oldest.hasNext()) {
            boolean old = oldest.next().at().isBefore(since);
            if (!old && heard.size() <= SENDERS) {
                break;
            }
            oldest.remove();
        }
        return last == null || last.at().isBefore(since) ? null : last;
    }

    /** The end of a text, from the beginning of a word on. */
    static String tail(String text) {
        String whole = text.strip();
        if (whole.length() <= LONGEST) {
            return whole;
        }
        int from = whole.length() - LONGEST;
        while (from < whole.length() && !Character.isWhitespace(whole.charAt(from))) {
            from++;
        }
        return whole.substring(from).strip();
    }
}
