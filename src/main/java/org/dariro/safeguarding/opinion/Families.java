package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which families a word stands in: words that say much the same, in whatever language. So what a model has learnt of one of them
 * it knows of the others. Read from {@code training-texts/families.txt}; a star at the end of a word is whatever follows.
 */
final class Families {
    private static final int[] NONE = {};
    private static final int LEAST_STEM = 3;
    private static final String LINE = "family:";

    /** By word, or by stem with a star: the numbers of the families. */
    private final Map<String, int[]> numbers = new HashMap<>();

    private final Map<String, List<String>> names;

    /** @param names by word, or by stem with a star: the families it stands in */
    Families(Map<String, List<String>> names) {
        this.names = Map.copyOf(names);
        Map<String, Integer> numbered = new TreeMap<>();
        names.values().forEach(some -> some.forEach(name -> numbered.put(name, 0)));
        int next = 1;
        for (Map.Entry<String, Integer> name : numbered.entrySet()) {
            name.setValue(next++);
        }
        names.forEach((word, some) -> numbers.put(
                word,
                some.stream().mapToInt(name -> numbered.getOrDefault(name, 0)).toArray()));
    }

    /** From the lines of a file; those that begin otherwise say nothing. */
    static Families of(List<String> lines) {
        Map<String, List<String>> names = new TreeMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (line.startsWith(LINE) && equals > 0) {
                String family = line.substring(LINE.length(), equals).strip();
                for (String word : line.substring(equals + 1).split(",")) {
                    List<String> some = names.computeIfAbsent(word.strip(), w -> new ArrayList<>());
                    if (!some.contains(family)) {
                        some.add(family);
                    }
                }
            }
        }
        return new Families(names);
    }

    /** The families by word, as they were given. */
    Map<String, List<String>> names() {
        return names;
    }

    /** The numbers, from 1, of the families of a folded word; none for most words. */
    int[] of(String word) {
        int[] exact = numbers.get(word);
        if (exact != null) {
            return exact;
        }
        for (int end = word.length(); end >= LEAST_STEM; end--) {
            int[] some = numbers.get(word.substring(0, end) + "*");
            if (some != null) {
                return some;
            }
        }
        return NONE;
    }
}
