package org.dariro.group;

import java.time.Instant;

/**
 * What one person says to the group. It gets its number when it is released; until then nobody else can read it.
 *
 * @param seq the number in the group's log, from 1; 0 while it has none
 * @param author the author's place in the group
 * @param text as it may be read by all, what must be masked already masked
 */
public record Post(long id, long groupId, long seq, long author, String text, State state, Instant writtenAt) {

    /** Where a post stands. */
    public enum State {
        RELEASED,
        HELD,
        REJECTED
    }
}
