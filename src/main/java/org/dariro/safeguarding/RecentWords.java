package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The last words of each sender, so that a phrase that begins in one text and ends in a later one is found, by SMS, by USSD or
 * from one to the other.
 *
 * <p>Kept in memory, for the senders heard last and for minutes only; a restart forgets them.
 */
@Component
public class RecentWords {
    private static final int SENDERS = 20_000;

    /** Characters kept of a sender's texts together: longer than most phrases of the lexicons with their gaps. */
    private static final int LONGEST = 120;

    private final Duration window;
    private final InstantSource clock;
    private final Map<Long, Heard> heard = new LinkedHashMap<>();

    @Inject
    public RecentWords(SafeguardSettings settings, InstantSource clock) {
        this.window = settings.splitWithin();
        this.clock = clock;
    }

    private record Text(Instant at, String words) {}

    /** The last texts, the oldest first; none of them empty. */
    private record Heard(List<Text> texts) {
        Instant at() {
            return texts.get(texts.size() - 1).at();
        }

        /** Their words since a time, one text after the other. */
        String since(Instant time) {
            return texts.stream()
                    .filter(text -> !text.at().isBefore(time))
                    .map(Text::words)
                    .collect(Collectors.joining(" "));
        }
    }

    /** These with one more: no more words than are kept. */
    private static Heard with(@Nullable Heard before, Text latest) {
        Deque<Text> kept = new ArrayDeque<>();
        kept.add(latest);
        int room = LONGEST - latest.words().length();
        List<Text> earlier = before == null ? List.of() : before.texts();
        for (int i = earlier.size() - 1; i >= 0 && room > 1; i--) {
            Text text = earlier.get(i);
            String words = tail(text.words(), room - 1);
            if (!words.isEmpty()) {
                kept.addFirst(new Text(text.at(), words));
            }
            room = words.length() < text.words().length() ? 0 : room - 1 - words.length();
        }
        return new Heard(List.copyOf(kept));
    }

    /**
     * The last words of the sender's texts before this one, as far as they came within the set time; keeps the last words of this
     * one with them. If the transaction is rolled back, this text was not heard.
     */
    public Optional<String> before(Transaction tx, long member, String text) {
        String words = tail(text);
        if (window.isZero() || words.isEmpty()) {
            return Optional.empty();
        }
        Text latest = new Text(clock.instant(), words);
        Heard last = hear(member, latest);
        tx.afterRollback(() -> forget(member, latest));
        return Optional.ofNullable(last)
                .map(heard -> heard.since(clock.instant().minus(window)))
                .filter(before -> !before.isEmpty());
    }

    private synchronized @Nullable Heard hear(long member, Text latest) {
        Heard last = heard.remove(member);
        heard.put(member, with(last, latest));
        Instant since = clock.instant().minus(window);
        Iterator<Heard> oldest = heard.values().iterator();
        while (oldest.hasNext()) {
            boolean old = oldest.next().at().isBefore(since);
            if (!old && heard.size() <= SENDERS) {
                break;
            }
            oldest.remove();
        }
        return last;
    }

    private synchronized void forget(long member, Text text) {
        Heard now = heard.get(member);
        if (now == null) {
            return;
        }
        List<Text> left = now.texts().stream().filter(one -> !one.equals(text)).toList();
        if (left.isEmpty()) {
            heard.remove(member);
        } else {
            heard.put(member, new Heard(left));
        }
    }

    /** The end of a text, from the beginning of a word on. */
    static String tail(String text) {
        return tail(text, LONGEST);
    }

    private static String tail(String text, int most) {
        String whole = text.strip();
        if (whole.length() <= most) {
            return whole;
        }
        int from = whole.length() - most;
        while (from < whole.length() && !Character.isWhitespace(whole.charAt(from))) {
            from++;
        }
        return whole.substring(from).strip();
    }
}
