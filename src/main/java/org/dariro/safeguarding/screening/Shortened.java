package org.dariro.safeguarding.screening;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the word that somebody shortened as on a phone: without its vowels ({@code strnglng}), with a d for the end
 * ({@code skipd}), or with digits for their sound ({@code 4ced}). Only where one word alone fits. A look-up costs as many steps
 * as letters.
 */
final class Shortened {
    private static final int LEAST = 3;
    private static final int LEAST_WHOLE = 5;
    private static final int LONGEST = 20;
    private static final String VOWELS = "aeiouy";
    private static final int SEVERAL = -1;

    private final Map<String, Integer> byConsonants = new HashMap<>();
    private final Map<String, Integer> words;

    Shortened(Map<String, Integer> words) {
        this.words = Map.copyOf(words);
        words.forEach((word, id) -> {
            if (word.length() >= LEAST_WHOLE && word.chars().allMatch(Character::isLetter)) {
                String bare = consonants(word.toCharArray(), 0, word.length());
                if (bare.length() >= LEAST) {
                    byConsonants.merge(bare, id, (a, b) -> SEVERAL);
                }
            }
        });
    }

    /** The number of the word that letters stand for; {@link Vocabulary#UNKNOWN} when there is none, or several. */
    int find(char[] letters, int from, int to) {
        int length = to - from;
        if (length < LEAST || length > LONGEST) {
            return Vocabulary.UNKNOWN;
        }
        boolean vowels = false;
        for (int i = from; i < to; i++) {
            vowels |= VOWELS.indexOf(letters[i]) >= 0;
        }
        if (!vowels) {
            return Math.max(
                    Vocabulary.UNKNOWN, byConsonants.getOrDefault(consonants(letters, from, to), Vocabulary.UNKNOWN));
        }
        char last = letters[to - 1];
        char before = letters[to - 2];
        if (length > LEAST && last == 'd' && VOWELS.indexOf(before) < 0 && before != 'd') {
            String stem = new String(letters, from, length - 1);
            return words.getOrDefault(stem + before + "ed", words.getOrDefault(stem + "ed", Vocabulary.UNKNOWN));
        }
        return Vocabulary.UNKNOWN;
    }

    /** The number of the word that letters and digits sound like. */
    int sounded(char[] letters, int from, int to) {
        if (to - from > LONGEST) {
            return Vocabulary.UNKNOWN;
        }
        StringBuilder said = new StringBuilder();
        for (int i = from; i < to; i++) {
            switch (letters[i]) {
                case '2' -> said.append("to");
                case '4' -> said.append("for");
                case '8' -> said.append("ate");
                default -> said.append(letters[i]);
            }
        }
        return words.getOrDefault(said.toString(), Vocabulary.UNKNOWN);
    }

    /** The first letter and the consonants after it, doubled ones once. */
    private static String consonants(char[] letters, int from, int to) {
        StringBuilder bare = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = letters[i];
            boolean again = bare.length() > 0 && bare.charAt(bare.length() - 1) == c && letters[i - 1] == c;
            if (i == from || (VOWELS.indexOf(c) < 0 && !again)) {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
