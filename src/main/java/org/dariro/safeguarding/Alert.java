package org.dariro.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.safeguarding.screening.Severity;
import org.dariro.webhook.Event;

/**
 * What a mentor must act on.
 *
 * <p>Life: raised, claimed by one person for a time that each action renews, perhaps put off to a day, closed with an
 * outcome. A critical one is closed by two people. Nothing of this happens by itself: time only frees a claim, and brings
 * back what was put off.
 *
 * @param group empty when somebody in no group wrote
 * @param membership the place of the person in that group
 * @param member whom it is about; empty when somebody reported a mentor without a phone
 * @param source {@code post}, {@code private}, {@code nickname}, {@code report}, {@code text} (in no group)
 * @param sourceId the post, where there is one
 * @param category {@code self-harm}, {@code screening-failed}, {@code report}: its protocol goes by this
 * @param text what was written
 * @param why what screening found in it
 * @param followUpAt when it comes back into the queue; empty when it was not put off
 */
public record Alert(
        long id,
        Optional<Long> group,
        Optional<Long> membership,
        Optional<Long> member,
        String source,
        Optional<Long> sourceId,
        String category,
        Severity severity,
        String text,
        List<Why> why,
        State state,
        Instant raisedAt,
        Optional<Claim> claim,
        Optional<Instant> followUpAt,
        Optional<Closing> closing) {
    /** How far it is. */
    public enum State {
        OPEN,
        /** One person has closed it; a second one must look. */
        CLOSING,
        CLOSED
    }

    /**
     * Who acts on it; counts until a time, which each action moves on.
     *
     * @param staff the id of the staff person who does; empty for somebody else
     */
    public record Claim(String by, Optional<Long> staff, Instant until) {
        /** Whether it is this person's. */
        public boolean isOf(Actor actor) {
            return actor.did(by, staff);
        }

        /** Whether somebody else has it at {@code now}. */
        boolean keepsOut(Actor other, Instant now) {
            return until.isAfter(now) && !isOf(other);
        }

        /** Whether the same person has both. */
        boolean isOfWhoHas(Claim other) {
            if (staff.isPresent() && other.staff.isPresent()) {
                return staff.equals(other.staff);
            }
            return Actor.same(by, other.by);
        }
    }

    /**
     * How it ended, or is about to.
     *
     * @param staff the id of the staff person who closed it as the first of two; empty for somebody else
     * @param outcome one of {@link AlertOutcome}'s labels
     * @param confirmedBy the second person; empty for what one person closes, and until that person has looked
     */
    public record Closing(String by, Optional<Long> staff, Instant at, String outcome, Optional<String> confirmedBy) {}

    /**
     * One thing that screening found.
     *
     * @param term as the lexicon has it, or a second opinion's explanation
     * @param start where it begins in the text, in characters; 0 to 0 for an opinion on the whole
     */
    public record Why(String category, String severity, String term, int start, int end) {}

    public Alert {
        why = List.copyOf(why);
    }

    /** Whether somebody still has to act. */
    public boolean open() {
        return state != State.CLOSED;
    }

    /** Whether two people must close it. */
    public boolean needsTwo() {
        return severity == Severity.CRITICAL;
    }

    /** Whether somebody has closed it as the first of two, so that somebody else must look at it now. */
    public boolean isClosedFirstBy(Actor actor) {
        return state == State.CLOSING
                && closing.filter(first -> actor.did(first.by(), first.staff())).isPresent();
    }

    /** Who has it at {@code now}. */
    public Optional<Claim> claimAt(Instant now) {
        return claim.filter(held -> held.until().isAfter(now));
    }

    /** What other systems are told when something happens to it. */
    Event event(Event.Type type, Instant at) {
        return Event.of(type, at)
                .with("alert", id)
                .with("group", group)
                .with("severity", severity.name().toLowerCase(Locale.ROOT))
                .with("raisedAt", raisedAt);
    }

    /** What other systems are told of something that was done about it, if anything. */
    Optional<Event> event(AlertAction.Kind kind, String detail, Instant at) {
        return switch (kind) {
            case CLAIMED, TAKEN_OVER, HANDED_OVER -> Optional.of(event(Event.Type.ALERT_CLAIMED, at));
            case CLOSED -> Optional.of(event(Event.Type.ALERT_CLOSED, at).with("outcome", detail));
            default -> Optional.empty();
        };
    }

    /** Masked: no text. */
    @Override
    public String toString() {
        return "Alert[" + id + ", " + category + ", " + severity + "]";
    }
}
