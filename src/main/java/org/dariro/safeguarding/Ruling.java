package org.dariro.safeguarding;

import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/**
 * What screening decides about a text before anyone else gets it.
 *
 * @param assessment what was found
 * @param text the text as others may read it: what a member gave away is masked
 * @param masked whether something was masked; the sender is told
 * @param hold whether a mentor reads it first
 * @param alert whether mentors must act on it, or find it in the day's list
 * @param crisisCard whether the sender gets the crisis card at once
 * @param failed whether screening itself failed; then the text is held and an alert raised
 * @param watched whether a light sign counts as high, as mentors watch over this person
 */
public record Ruling(
        Assessment assessment,
        String text,
        boolean masked,
        boolean hold,
        boolean alert,
        boolean crisisCard,
        boolean failed,
        boolean watched) {
    /** For somebody whom nobody watches over. */
    public Ruling(
            Assessment assessment,
            String text,
            boolean masked,
            boolean hold,
            boolean alert,
            boolean crisisCard,
            boolean failed) {
        this(assessment, text, masked, hold, alert, crisisCard, failed, false);
    }

    /** A ruling for words that nobody else will read, and that were not screened. */
    public static Ruling unscreened(String text) {
        return new Ruling(Assessment.nothing(), text, false, false, false, false, false);
    }

    /** This for somebody whom mentors watch over: what was medium is high. */
    Ruling watched(boolean holdsHigh) {
        return new Ruling(assessment, text, masked, hold || holdsHigh, alert, crisisCard, failed, true);
    }

    /** The severity an alert carries; a failed screening counts as high. */
    public Severity severity() {
        return failed || watched ? Severity.HIGH : assessment.severity().orElse(Severity.LOW);
    }

    /** The category an alert carries: {@code self-harm}, or {@code screening-failed}. */
    public String category() {
        return failed
                ? Protocols.SCREENING_FAILED
                : assessment.category().map(Category::label).orElse("none");
    }

    /** Why a post is held, as it is kept with the hold. */
    public String holdReason() {
        return failed ? "unscreened" : "risk";
    }
}
