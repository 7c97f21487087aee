package org.dariro.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert with all that belongs to working it.
 *
 * @param hold of its post; null when that was not held
 * @param before the posts of the group up to it, the oldest first: what it was said in
 * @param conversation the private words that belong to it; while it is open, also to the other open alerts on the person
 * @param others on the same person in the same group that are not closed
 * @param reportedBy who reported the post; for coordinators only
 * @param seen how far this goes: who closes the alert says so, and it stays open when the person has written since
 */
public record AlertCase(
        AlertView alert,
        ProtocolView protocol,
        List<ActionView> actions,
        @Nullable HoldView hold,
        List<SaidView> before,
        List<WordsView> conversation,
        List<AlertView> others,
        @Nullable List<String> reportedBy,
        long seen) {
    /**
     * The checklist.
     *
     * @param reviewed when a clinician checked it; absent when nobody has
     */
    public record ProtocolView(
            String category,
            String title,
            List<StepView> steps,
            String emergency,
            String avoid,
            String source,
            @Nullable String reviewed) {}

    /**
     * A step.
     *
     * @param say what may be written to the member, in their language where there is one
     * @param doneBy who has done it; absent when nobody has
     */
    public record StepView(
            String name,
            String words,
            @Nullable String say,
            @Nullable String doneBy,
            @Nullable Instant doneAt,
            @Nullable String note) {}

    /** What somebody did. */
    public record ActionView(
            Instant at,
            String by,
            String action,
            @Nullable String detail,
            @Nullable String note) {}

    /** A post of the group. */
    public record SaidView(long seq, String nickname, String text, Instant at) {}

    /**
     * Private words.
     *
     * @param mentor who wrote them; absent when the member did
     */
    public record WordsView(long id, @Nullable String mentor, String text, Instant at) {}
}
