package org.dariro.safeguarding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was done about an alert.
 *
 * @param detail our own words, at most 80 characters: a step, a name, an outcome; empty when there is none
 * @param note what the person who did it wrote; empty when there is none
 */
public record AlertAction(
        long id, long alert, Instant at, String actor, Kind kind, Optional<String> detail, Optional<String> note) {
    /** What can be done. */
    public enum Kind {
        CLAIMED,
        /** Taken from somebody whose claim still counted, who is in the detail. */
        TAKEN_OVER,
        LET_GO,
        STEP_DONE,
        /** A step that was done is to be done again. */
        STEP_UNDONE,
        NOTED,
        /** Wrote to the member in private. */
        WROTE,
        /** What was written went out unscreened, as screening was down. */
        SENT_UNSCREENED,
        REFERRED,
        HANDED_OVER,
        EMERGENCY_CALLED,
        WATCHED,
        WATCH_ENDED,
        PUT_OFF,
        POST_RELEASED,
        POST_REJECTED,
        /** Another member reported the same. */
        REPORTED,
        /** Somebody of the staff saw a risk that screening had not seen; the category and severity are in the detail. */
        MISSED,
        /** The crisis card was sent. */
        CARD_SENT,
        /** The crisis card was not sent again, as it was sent shortly before: at the time in the detail. */
        CARD_SENT_BEFORE,
        /** The crisis card did not reach the person. */
        CARD_FAILED,
        /** Closed by the first of two people. */
        PROPOSED,
        CLOSED,
        REOPENED;

        /** As it is stored and shown: {@code step-done}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Masked: no note. */
    @Override
    public String toString() {
        return "AlertAction[" + alert + ", " + kind + "]";
    }

    /** The steps that are done, each with its last action. */
    public static Map<String, AlertAction> stepsDone(List<AlertAction> actions) {
        Map<String, AlertAction> done = new HashMap<>();
        for (AlertAction action : actions) {
            if (action.kind() == Kind.STEP_DONE) {
                done.put(action.detail().orElse(""), action);
            } else if (action.kind() == Kind.STEP_UNDONE) {
                done.remove(action.detail().orElse(""));
            }
        }
        return done;
    }
}
