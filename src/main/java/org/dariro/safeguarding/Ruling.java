package org.dariro.safeguarding;

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
 */
public record Ruling(
        Assessment assessment,
        String text,
        boolean masked,
        boolean hold,
        boolean alert,
        boolean crisisCard,
        boolean failed) {

    /** A ruling for words that nobody else will read, and that were not screened. */
    public static Ruling unscreened(String text) {
        return new Ruling(Assessment.nothing(), text, false, false, false, false, false);
    }

    /** The severity an alert carries; a failed screening counts as high. */
    public Severity severity() {
        return failed ? Severity.HIGH : assessment.severity().orElse(Severity.LOW);
    }

    /** The category an alert carries: {@code self-harm}, or {@code unscreened}. */
    public String category() {
        return failed
                ? "unscreened"
                : assessment.category().map(Category::label).orElse("none");
    }
}
