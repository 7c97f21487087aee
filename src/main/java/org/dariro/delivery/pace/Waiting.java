package org.dariro.delivery.pace;

import java.time.Instant;
import java.util.List;

/**
 * What one reader waits for.
 *
 * @param posts the posts that this reader has not got, the oldest first, at least one
 * @param costs the fewest segments that the first k of them cost, for k from 0 to all
 * @param reader the reader, as {@link Talk} names people
 */
public record Waiting(List<Post> posts, List<Integer> costs, long reader) {
    public Waiting {
        posts = List.copyOf(posts);
        costs = List.copyOf(costs);
        if (posts.isEmpty() || costs.size() != posts.size() + 1) {
            throw new IllegalArgumentException("Costs are told for each number of posts");
        }
    }

    /**
     * A post that waits.
     *
     * @param at when it was released
     * @param author who wrote it
     * @param units the room it takes, in septets (a unit of UCS-2 counts for as many as take the same room)
     * @param urgent whether nobody should wait for it: a mentor wrote it, or it names the reader
     */
    public record Post(Instant at, long author, double units, boolean urgent) {}
}
