package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/**
 * The training texts that people wrote, by the words and pairs of words in them. Found by a text's own, the rare ones
 * counting more.
 */
final class Examples {
    private static final int MOST_WORDS = 60;

    /** A text's hashed words and pairs, sorted, and what it was labelled; no category for a harmless one. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Example(Optional<Category> category, Optional<Severity> severity, int[] marks) {}

    private final List<Example> all;
    private final Map<Integer, int[]> byMark = new HashMap<>();

    Examples(List<Example> all) {
        this.all = List.copyOf(all);
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (int mark : all.get(i).marks()) {
                lists.computeIfAbsent(mark, m -> new ArrayList<>()).add(i);
            }
        }
        lists.forEach((mark, list) ->
                byMark.put(mark, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** All, in the order in which they were given. */
    List<Example> all() {
        return all;
    }

    /** The {@code most} nearest to words; fewer when fewer have anything in common with them. */
    List<Example> nearest(List<String> words, int most) {
        double[] closeness = new double[all.size()];
        for (int mark : marks(words)) {
            int[] those = byMark.getOrDefault(mark, new int[0]);
            double rarity = StrictMath.log((all.size() + 1.0) / (those.length + 1.0));
            for (int i : those) {
                closeness[i] += rarity * rarity;
            }
        }
        return IntStream.range(0, all.size())
                .filter(i -> closeness[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -closeness[i] / StrictMath.sqrt(10.0 + all.get(i).marks().length)))
                .limit(most)
                .map(all::get)
                .toList();
    }

    /** The hashed words and pairs of neighbours, sorted, each once. */
    static int[] marks(List<String> words) {
        List<String> some = words.subList(0, Math.min(words.size(), MOST_WORDS));
        TreeSet<Integer> marks = new TreeSet<>();
        for (int i = 0; i < some.size(); i++) {
            marks.add(some.get(i).hashCode());
            if (i > 0) {
                marks.add((some.get(i - 1) + " " + some.get(i)).hashCode());
            }
        }
        int[] sorted = marks.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
