package org.dariro.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Private words between somebody and the mentors of a group, which a plain text may be an answer to.
 *
 * @param at when either last wrote
 * @param toldAt when this person was last told that only the mentors get what they text; null when not yet
 * @param offered the private words (their id) that this person was asked about, whether all should get them; null for none
 */
public record Aside(
        Instant at, @Nullable Instant toldAt, @Nullable Long offered) {

    /** Words by a mentor at a time, after those that there may have been. */
    public static Aside begun(@Nullable Aside before, Instant at) {
        return before == null ? new Aside(at, null, null) : new Aside(at, before.toldAt, before.offered);
    }

    /** More words by this person, which nobody asks about. */
    public Aside answered(Instant now) {
        return new Aside(now, toldAt, null);
    }

    /** More words by this person, who is asked whether all should get them. */
    public Aside asked(Instant now, long words) {
        return new Aside(now, now, words);
    }

    /** The question that this person was asked is answered. */
    public Aside settled() {
        return new Aside(at, toldAt, null);
    }
}
