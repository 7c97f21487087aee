package org.dariro.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dariro.spend.Segments;

/**
 * Joins what a member has not read yet into the texts that cost fewest segments. Pure: the same posts and limits always
 * give the same texts, so that members who wait for the same posts share them.
 *
 * <p>A post is a line {@code Nick: text}. Where the post before it in the same text is by the same author, the nickname is
 * left out, which saves its units at every turn of a person who writes in bursts; a line without a nickname belongs to the
 * one above it. A text that itself begins like {@code Name: } keeps its nickname, so that nobody can put words into
 * somebody's mouth that way. Every post is in one text and in order; one that is too long for a single text is sent as
 * {@code Nick (1/2): ...} and so on. Where that saves a segment, and only there, a text goes out in its cheap spelling
 * ({@link Draft}).
 */
public final class Packing {
    private final List<Draft.Line> lines;
    private final PackingLimits limits;
    private final String opening;

    private Packing(List<Unread> unread, String opening, PackingLimits limits) {
        lines = unread.stream().map(Draft.Line::of).toList();
        this.limits = limits;
        this.opening = opening;
    }

    /**
     * Packs {@code unread}, which is in the order of the log. Among the ways that bill fewest segments the one with fewest
     * texts is taken, then the one that fills earlier texts more. Takes time in proportion to the posts, times as many as
     * fit into one text.
     *
     * @param tag what each text starts with, for a member who has several groups on one line ({@code @HOPE}); without the
     *     space after it
     */
    public static List<Packed> pack(List<Unread> unread, Optional<String> tag, PackingLimits limits) {
        String opening = opening(tag);
        if (unread.isEmpty()) {
            return List.of();
        }
        if (unread.size() == 1) {
            return alone(unread.get(0), opening, limits);
        }
        return new Packing(unread, opening, limits).best();
    }

    /**
     * The fewest segments that the first posts cost: element k is for the first k posts of {@code unread}, packed by
     * themselves.
     */
    public static List<Integer> costs(List<Unread> unread, Optional<String> tag, PackingLimits limits) {
        Packing packing = new Packing(unread, opening(tag), limits);
        int[] costs = new int[unread.size() + 1];
        Arrays.fill(costs, Integer.MAX_VALUE);
        costs[0] = 0;
        for (int i = 0; i < unread.size(); i++) {
            int before = costs[i];
            packing.texts(i, (end, segments, texts) -> costs[end] = Math.min(costs[end], before + segments));
        }
        return Arrays.stream(costs).boxed().toList();
    }

    /**
     * What one text costs that begins with the first of some posts: element k is for the first k + 1 posts together, as far
     * as they may share a text. A post that is too long for one text is told with what all its parts cost.
     */
    public static List<Integer> together(List<Unread> unread, Optional<String> tag, PackingLimits limits) {
        List<Integer> costs = new ArrayList<>();
        new Packing(unread, opening(tag), limits).texts(0, (end, segments, texts) -> costs.add(segments));
        return List.copyOf(costs);
    }

    private static String opening(Optional<String> tag) {
        return tag.map(t -> t + " ").orElse("");
    }

    /** One post by itself: the only step for posts that are sent at once. */
    private static List<Packed> alone(Unread post, String opening, PackingLimits limits) {
        String text = opening + post.author() + ": " + post.text();
        Segments size = limits.rules().segments(text);
        if (post.respelled() && size.count() > 1) {
            String plain = opening + post.plainAuthor() + ": " + post.plainText();
            Segments plainSize = limits.rules().segments(plain);
            if (plainSize.count() < size.count()) {
                text = plain;
                size = plainSize;
            }
        }
        if (size.count() <= limits.whole()) {
            return List.of(new Packed(text, post.seq(), post.seq(), List.of(post.seq()), size));
        }
        List<Packed> written = LongPost.split(post, opening, limits);
        List<Packed> plain = post.respelled() ? LongPost.split(post.plain(), opening, limits) : written;
        return segments(plain) < segments(written) ? plain : written;
    }

    private static int segments(List<Packed> parcels) {
        return parcels.stream().mapToInt(part -> part.segments().count()).sum();
    }

    /** Hears of each text that may begin with a post. */
    private interface Choice {
        /**
         * Takes one.
         *
         * @param end the post after its last one
         * @param segments what it costs
         * @param texts how many texts it takes: more than one only for a single post that is too long
         */
        void take(int end, int segments, int texts);
    }

    /** All texts that begin with post i, the shortest first. */
    private void texts(int i, Choice choice) {
        Draft draft = new Draft(opening, limits.rules());
        draft.add(lines.get(i));
        if (draft.count() <= limits.whole()) {
            choice.take(i + 1, draft.count(), 1);
        } else {
            List<Packed> parts = alone(lines.get(i).post(), opening, limits);
            choice.take(i + 1, segments(parts), parts.size());
        }
        for (int j = i + 1; draft.count() <= limits.packed() && j < lines.size(); j++) {
            draft.add(lines.get(j));
            if (draft.count() <= limits.packed()) {
                choice.take(j + 1, draft.count(), 1);
            }
        }
    }

    /** From the last post back: the best text that begins with post i, knowing what the posts behind it cost at best. */
    private List<Packed> best() {
        int n = lines.size();
        int[] segments = new int[n + 1];
        int[] texts = new int[n + 1];
        int[] ends = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            int start = i;
            segments[i] = Integer.MAX_VALUE;
            texts(i, (end, count, parts) -> {
                int allSegments = count + segments[end];
                int allTexts = parts + texts[end];
                if (allSegments < segments[start] || (allSegments == segments[start] && allTexts <= texts[start])) {
                    segments[start] = allSegments;
                    texts[start] = allTexts;
                    ends[start] = end;
                }
            });
        }
        List<Packed> parcels = new ArrayList<>(texts[0]);
        for (int i = 0; i < n; i = ends[i]) {
            if (ends[i] == i + 1) {
                parcels.addAll(alone(lines.get(i).post(), opening, limits));
            } else {
                parcels.add(join(lines.subList(i, ends[i])));
            }
        }
        return List.copyOf(parcels);
    }

    private Packed join(List<Draft.Line> together) {
        Draft draft = Draft.readable(opening, limits.rules());
        together.forEach(draft::add);
        String text = draft.text();
        List<Long> seqs = together.stream().map(line -> line.post().seq()).toList();
        return new Packed(
                text,
                seqs.get(0),
                seqs.get(seqs.size() - 1),
                seqs,
                limits.rules().segments(text));
    }
}
