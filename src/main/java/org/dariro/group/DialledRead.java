package org.dariro.group;

/**
 * That somebody read posts of a group by dialling.
 *
 * @param place who read
 * @param behind the post behind which they began
 * @param upTo the last post that they read
 */
public record DialledRead(long place, long behind, long upTo) {
    /** Whether a post is among them. */
    public boolean holds(long seq) {
        return behind < seq && seq <= upTo;
    }
}
