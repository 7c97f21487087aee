package org.dariro.safeguarding;

/** Why something cannot be done about an alert. Thrown in the middle of a transaction, which so changes nothing. */
public final class AlertFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is in the way. */
    public enum Reason {
        NOT_FOUND,
        CLAIMED,
        CLOSED,
        NOT_CLOSED,
        SECOND_PERSON,
        FIRST_PERSON,
        OWN,
        POST_WAITS,
        NEW_WORDS,
        NO_SUCH_STEP,
        NOT_AHEAD,
        TOO_FAR,
        SECOND_WAITS,
        NO_PERSON,
        NO_PLACE,
        NO_COLLEAGUE
    }

    private final Reason reason;

    AlertFault(Reason reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
    }

    /** What is in the way. */
    public Reason reason() {
        return reason;
    }

    /** The same in a sentence that staff may read; it repeats no text and no number. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The fault for a reason, in its usual words. */
    public static AlertFault of(Reason reason) {
        return new AlertFault(
                reason,
                switch (reason) {
                    case NOT_FOUND -> "There is no alert with this id.";
                    case CLAIMED -> "Somebody else has this alert.";
                    case CLOSED -> "This alert is closed already.";
                    case NOT_CLOSED -> "This alert is open.";
                    case SECOND_PERSON -> "A critical alert is closed by two people: a second one must look at it.";
                    case FIRST_PERSON ->
                        "Who closed this alert first cannot have it: a second person must look at it, or it"
                                + " is opened again.";
                    case OWN -> "This is about you yourself: somebody else must act on it.";
                    case POST_WAITS -> "The post of this alert still waits: release or reject it first.";
                    case NEW_WORDS ->
                        "The person of this alert has written again since it was shown: read that first, then close it.";
                    case NO_SUCH_STEP -> "The protocol of this alert has no such step.";
                    case NOT_AHEAD -> "The time must lie ahead, by at most 90 days.";
                    case TOO_FAR -> "A critical alert can be put off by at most 24 hours.";
                    case SECOND_WAITS -> "This alert waits for a second person, and cannot be put off.";
                    case NO_PERSON -> "This alert is about nobody with a phone.";
                    case NO_PLACE -> "The person of this alert is in no group.";
                    case NO_COLLEAGUE ->
                        "Give the name or id of a colleague who serves the group, or the nickname of"
                                + " one of its mentors.";
                });
    }

    static AlertFault claimed(Alert.Claim claim) {
        return new AlertFault(
                Reason.CLAIMED,
                claim.by() + " has this alert until " + claim.until() + ". To go on, take it over and say so.");
    }
}
