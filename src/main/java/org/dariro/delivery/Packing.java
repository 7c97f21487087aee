package org.dariro.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.spend.Measure;
import org.dariro.spend.Segments;
import org.dariro.spend.Tally;

/**
 * Joins what a member has not read yet into the texts that cost fewest segments. Pure: the same posts and limits always
 * give the same texts, so that members who wait for the same posts share them.
 *
 * <p>A post is a line {@code Nick: text}. Where the post before it in the same text is by the same author, the nickname is
 * left out, which saves its units at every turn of a person who writes in bursts; a line without a nickname belongs to the
 * one above it. A text that itself begins like {@code Name: } keeps its nickname, so that nobody can put words into
 * somebody's mouth that way. Every post is in one text and in order; one that is too long for a single text is sent as
 * {@code Nick (1/2): ...} and so on.
 */
public final class Packing {
    private static final String NEXT_LINE = "\n";
    private static final Measure NEXT_LINE_MEASURE = Measure.of(NEXT_LINE);

    /** A colon further into a text than this does not end what a reader takes for a nickname. */
    private static final int NAME_REACH = 24;

    private final List<Unread> unread;
    private final PackingLimits limits;
    private final String opening;
    private final String[] prefixes;
    private final Measure[] prefixMeasures;
    private final Measure[] measures;

    /** Segments, and texts, that the posts from i on need at least; and where the text that begins with post i ends. */
    private final int[] segments;

    private final int[] texts;
    private final int[] ends;

    private Packing(List<Unread> unread, String opening, PackingLimits limits) {
        int n = unread.size();
        this.unread = unread;
        this.limits = limits;
        this.opening = opening;
        prefixes = new String[n];
        prefixMeasures = new Measure[n];
        measures = new Measure[n];
        segments = new int[n + 1];
        texts = new int[n + 1];
        ends = new int[n];
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
        String opening = tag.map(t -> t + " ").orElse("");
        if (unread.isEmpty()) {
            return List.of();
        }
        if (unread.size() == 1) {
            return alone(unread.get(0), opening, limits);
        }
        Packing packing = new Packing(unread, opening, limits);
        packing.measure();
        packing.choose();
        return packing.render();
    }

    /** One post by itself: the only step for posts that are sent at once. */
    private static List<Packed> alone(Unread post, String opening, PackingLimits limits) {
        String text = opening + post.author() + ": " + post.text();
        Segments size = Segments.of(text);
        return size.count() <= limits.whole()
                ? List.of(new Packed(text, post.seq(), post.seq(), List.of(post.seq()), size))
                : LongPost.split(post, opening, limits.whole());
    }

    private void measure() {
        for (int i = 0; i < unread.size(); i++) {
            Unread post = unread.get(i);
            if (i > 0 && post.author().equals(unread.get(i - 1).author())) {
                prefixes[i] = prefixes[i - 1];
                prefixMeasures[i] = prefixMeasures[i - 1];
            } else {
                prefixes[i] = post.author() + ": ";
                prefixMeasures[i] = Measure.of(prefixes[i]);
            }
            measures[i] = Measure.of(post.text());
        }
    }

    /** From the last post back: the best text that begins with post i, knowing what the posts behind it cost at best. */
    private void choose() {
        Measure openingMeasure = Measure.of(opening);
        Tally tally = new Tally();
        for (int i = unread.size() - 1; i >= 0; i--) {
            tally.clear();
            tally.add(opening, openingMeasure);
            tally.add(prefixes[i], prefixMeasures[i]);
            tally.add(unread.get(i).text(), measures[i]);
            chooseAlone(i, tally.count());
            for (int j = i + 1; tally.count() <= limits.packed() && j < unread.size(); j++) {
                tally.add(NEXT_LINE, NEXT_LINE_MEASURE);
                if (!sharesName(j)) {
                    tally.add(prefixes[j], prefixMeasures[j]);
                }
                tally.add(unread.get(j).text(), measures[j]);
                int count = tally.count();
                if (count <= limits.packed() && !dearer(i, count + segments[j + 1], 1 + texts[j + 1])) {
                    take(i, j + 1, count + segments[j + 1], 1 + texts[j + 1]);
                }
            }
        }
    }

    private void chooseAlone(int i, int count) {
        if (count <= limits.whole()) {
            take(i, i + 1, count + segments[i + 1], 1 + texts[i + 1]);
            return;
        }
        List<Packed> parts = LongPost.split(unread.get(i), opening, limits.whole());
        int sum = 0;
        for (Packed part : parts) {
            sum += part.segments().count();
        }
        take(i, i + 1, sum + segments[i + 1], parts.size() + texts[i + 1]);
    }

    private boolean dearer(int i, int newSegments, int newTexts) {
        return newSegments > segments[i] || (newSegments == segments[i] && newTexts > texts[i]);
    }

    private void take(int i, int end, int newSegments, int newTexts) {
        ends[i] = end;
        segments[i] = newSegments;
        texts[i] = newTexts;
    }

    private List<Packed> render() {
        List<Packed> parcels = new ArrayList<>(texts[0]);
        for (int i = 0; i < unread.size(); i = ends[i]) {
            if (ends[i] == i + 1) {
                parcels.addAll(alone(unread.get(i), opening, limits));
            } else {
                parcels.add(join(i, ends[i]));
            }
        }
        return List.copyOf(parcels);
    }

    private Packed join(int from, int to) {
        StringBuilder text = new StringBuilder(opening);
        List<Long> seqs = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            if (i > from) {
                text.append(NEXT_LINE);
            }
            if (i == from || !sharesName(i)) {
                text.append(prefixes[i]);
            }
            text.append(unread.get(i).text());
            seqs.add(unread.get(i).seq());
        }
        String joined = text.toString();
        return new Packed(joined, seqs.get(0), seqs.get(seqs.size() - 1), seqs, Segments.of(joined));
    }

    /** Whether post i, when it follows the post before it in one text, goes without its author's name. */
    private boolean sharesName(int i) {
        return unread.get(i).author().equals(unread.get(i - 1).author())
                && !beginsLikeAName(unread.get(i).text());
    }

    private static boolean beginsLikeAName(String text) {
        int reach = Math.min(text.length(), NAME_REACH);
        for (int k = 1; k < reach; k++) {
            char c = text.charAt(k);
            if (c == '\n') {
                return false;
            }
            if ((c == ':' || c == '\uff1a') && (k + 1 == text.length() || Character.isWhitespace(text.charAt(k + 1)))) {
                return true;
            }
        }
        return false;
    }
}
