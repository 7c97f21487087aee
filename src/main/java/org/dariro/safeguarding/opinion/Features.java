package org.dariro.safeguarding.opinion;

import java.util.List;

/**
 * What the model sees of a text: its words, the words next to each other and nearly so, and the runs of three to five letters
 * within words, by which it knows misspelt and inflected words. Hashed, so that there is no dictionary.
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

    private Features() {}

    static FeatureVector of(List<String> words) {
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
        vector.add(place(hash(CONSTANT, "constant")), 0.5f);
        return vector;
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
