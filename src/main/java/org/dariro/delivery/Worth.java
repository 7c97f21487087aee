package org.dariro.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.group.LoggedPost;
import org.dariro.spend.LineRules;
import org.dariro.spend.Segments;
import org.jspecify.annotations.Nullable;

/**
 * What a text stands for: who made it go, and what naive fan-out would have sent instead.
 *
 * @param naiveSegments one text for each post, {@code Nick: text} as it was written
 * @param causedBy the place of whoever wrote most of it, the last of several; null for the service's own texts
 */
record Worth(int naiveSegments, @Nullable Long causedBy) {

    /** A text of the service or a mentor that is sent by itself. */
    static Worth alone(Segments segments, @Nullable Long causedBy) {
        return new Worth(segments.count(), causedBy);
    }

    /** Counts the posts of a group once, for all the texts that they are packed into. */
    static final class Count {
        private final Map<Long, LoggedPost> posts = new HashMap<>();
        private final Map<LineRules, Map<Long, Integer>> counted = new HashMap<>();

        Count(List<LoggedPost> posts) {
            posts.forEach(post -> this.posts.put(post.post().seq(), post));
        }

        /** The texts that some posts were packed into, in order: a post cut into several counts with its first part. */
        List<Worth> of(List<Packed> texts, LineRules rules) {
            Map<Long, Integer> sizes = counted.computeIfAbsent(rules, r -> new HashMap<>());
            Set<Long> seen = new HashSet<>();
            return texts.stream().map(text -> of(text, seen, sizes, rules)).toList();
        }

        private Worth of(Packed text, Set<Long> seen, Map<Long, Integer> sizes, LineRules rules) {
            Map<Long, Integer> shares = new HashMap<>();
            int naive = 0;
            Long cause = null;
            for (long seq : text.seqs()) {
                LoggedPost post = posts.get(seq);
                if (post != null) {
                    int segments = sizes.computeIfAbsent(seq, s -> segments(post, rules));
                    naive += seen.add(seq) ? segments : 0;
                    long author = post.post().author();
                    shares.merge(author, segments, Integer::sum);
                    if (cause == null || shares.getOrDefault(author, 0) >= shares.getOrDefault(cause, 0)) {
                        cause = author;
                    }
                }
            }
            return new Worth(naive, cause);
        }

        private static int segments(LoggedPost post, LineRules rules) {
            return rules.segments(post.nickname() + ": " + post.post().text()).count();
        }
    }
}
