package org.dariro.ussd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person's session at a carrier, as it stood after its last hop.
 *
 * <p>Life: begun by the first hop, changed and committed by each further one before that is answered, ended by an END
 * screen or by nothing more coming in; deleted some time after it has expired.
 *
 * @param place the membership that it is at
 * @param typed all that had been typed in it
 * @param screen what its next input is read by; empty before the first hop, or when written by another version
 * @param reply what answered its last hop
 * @param more whether it goes on
 * @param acts marks of the hops at which words were taken, so that none is taken twice
 */
record Session(
        long id,
        long place,
        String typed,
        Optional<Screen> screen,
        String reply,
        boolean more,
        List<String> acts,
        Instant changedAt) {

    /** Carriers end a session after three minutes at the latest; after this the same id is another session. */
    static final Duration EXPIRES = Duration.ofMinutes(10);

    /** How soon after a dropped session a redial shows its page again. */
    static final Duration RESUMES = Duration.ofMinutes(3);

    /** What a call is to a session. */
    enum Call {
        /** The first hop, or one that does not follow from what came before. */
        NEW,
        /** The last hop again, or one before it that was late. */
        REPEAT,
        /** The next hop. */
        NEXT
    }

    private boolean isSince(Instant now, Duration ago) {
        return !changedAt.isBefore(now.minus(ago));
    }

    /** What a call is that comes with {@code text}, all that was typed so far. */
    Call call(String text, Instant now) {
        if (screen.isEmpty() || !isSince(now, EXPIRES)) {
            return Call.NEW;
        }
        boolean late = !text.isEmpty() && typed.startsWith(text + "*");
        if (text.equals(typed) || late) {
            return Call.REPEAT;
        }
        return more && text.length() > typed.length() && text.startsWith(typed) && continues(text)
                ? Call.NEXT
                : Call.NEW;
    }

    private boolean continues(String text) {
        return typed.isEmpty() || text.charAt(typed.length()) == '*';
    }

    /** What was entered at this hop: the rest of the text behind what was seen before. */
    String input(String text) {
        return typed.isEmpty() ? text : text.substring(typed.length() + 1);
    }

    /** Whether the page that this session dropped at is shown to a redial. */
    boolean dropsAtPage(Instant now) {
        return more && screen.filter(Reading.class::isInstance).isPresent() && isSince(now, RESUMES);
    }

    boolean hasActedAt(String mark) {
        return acts.contains(mark);
    }
}
