package org.dariro.safeguarding.opinion;

import java.util.List;

/**
 * What the model sees of a text: its words, the words next to each other and nearly so, the runs of three to five letters
 * within words, by which it knows misspelt and inflected words, and the {@link Families} of the words, alone and near each other. Hashed, so that there is no dictionary.
 */
final class Features {
    /** How many places there are for features, as a power of two. */
    static final int BITS = 20;

    private static final float LETTERS_WEIGHT = 0.5f;
    private static final int PAIR = 2;
    private static final int TRIPLE = 3;
    private static final int OVER_ONE = 4;
    private static final int OVER_TWO = 5;
    private static final int LETTERS = 10;
    private static final int CONSTANT = 99;
    private static final float FAMILIES_WEIGHT = 0.8f;
    private static final int NEAR = 4;
    private static final int FAMILY = 20;
    private static final int FAMILY_PAIR = 21;
    private static final int FAMILY_TRIPLE = 22;
    private static final int WORD_FAMILY = 23;
    private static final int FAMILY_WORD = 24;

    private final Families families;

    Features(Families families) {
        this.families = families;
    }

    FeatureVector of(List<String> words) {
        FeatureVector vector = new FeatureVector();
        String before = "^";
        String before2 = "";
        String before3 = "";
        for (String word : words) {
            vector.add(place(hash(1, word)), 1);
            int pair = hash(hash(PAIR, before), word);
            vector.add(place(pair), 1);
            if (!before2.isEmpty()) {
                vector.add(place(hash(hash(hash(TRIPLE, before2), before), word)), 1);
                vector.add(place(hash(hash(OVER_ONE, before2), word)), 0.7f);
            }
            if (!before3.isEmpty()) {
                vector.add(place(hash(hash(OVER_TWO, before3), word)), 0.5f);
            }
            before3 = before2.equals("^") ? "" : before2;
            before2 = before;
            before = word;
        }
        vector.normalise(0, 1);
        int letters = vector.size();
        for (String word : words) {
            String bounded = "_" + word + "_";
            for (int length = 3; length <= 5; length++) {
                for (int i = 0; i + length <= bounded.length(); i++) {
                    vector.add(place(hash(LETTERS + length, bounded, i, i + length)), 1);
                }
            }
        }
        vector.normalise(letters, LETTERS_WEIGHT);
        int kinds = vector.size();
        addFamilies(words, vector);
        vector.normalise(kinds, FAMILIES_WEIGHT);
        vector.add(place(hash(CONSTANT, "constant")), 0.5f);
        return vector;
    }

    /** Families, and those near each other in their order: of what there is talk, and how it hangs together. */
    private void addFamilies(List<String> words, FeatureVector vector) {
        int[][] of = new int[words.size()][];
        int[] before = {0};
        int[] before2 = {0};
        for (int i = 0; i < of.length; i++) {
            of[i] = families.of(words.get(i));
            for (int family : of[i]) {
                vector.add(place(mix(FAMILY, family)), 1);
                for (int j = Math.max(0, i - NEAR); j < i; j++) {
                    for (int other : of[j]) {
                        vector.add(place(mix(mix(FAMILY_PAIR, other), family)), 1);
                    }
                }
                for (int last : before) {
                    for (int last2 : before2) {
                        vector.add(place(mix(mix(mix(FAMILY_TRIPLE, last2), last), family)), 1);
                    }
                }
                if (i > 0) {
                    vector.add(place(mix(hash(WORD_FAMILY, words.get(i - 1)), family)), 0.7f);
                }
                if (i + 1 < of.length) {
                    vector.add(place(mix(hash(FAMILY_WORD, words.get(i + 1)), family)), 0.7f);
                }
            }
            if (of[i].length > 0) {
                before2 = before;
                before = of[i];
            }
        }
    }

    private static int mix(int hash, int more) {
        int mixed = (hash ^ more) * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }

    private static int hash(int seed, String word) {
        return hash(seed, word, 0, word.length());
    }

    private static int hash(int seed, String word, int from, int to) {
        int hash = seed * 0x9E3779B1;
        for (int i = from; i < to; i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private static int place(int hash) {
        int mixed = hash * 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        mixed *= 0xC2B2AE35;
        mixed ^= mixed >>> 16;
        return mixed >>> (32 - BITS);
    }
}
