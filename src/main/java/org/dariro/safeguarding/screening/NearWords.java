package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the word that somebody meant who missed a letter, wrote one too many or a wrong one, or two in the wrong order. Only
 * for words of six letters and more, and only where the first letter is right: shorter ones are too near to each other. By
 * an index of what is left of each word without one of its letters (Garbe's symmetric deletion); a look-up costs as many
 * steps as the square of the letters, at most {@link #LONGEST} of them.
 */
final class NearWords {
    private static final int LEAST = 6;
    private static final int LONGEST = 20;
    private static final int SEED = 17;

    private final Map<Integer, List<Word>> byRemainder = new HashMap<>();

    private record Word(String letters, int id) {}

    NearWords(Map<String, Integer> words) {
        words.forEach((word, id) -> {
            char[] letters = word.toCharArray();
            if (letters.length >= LEAST
                    && letters.length <= LONGEST
                    && word.chars().allMatch(Character::isLetter)) {
                Word made = new Word(word, id);
                index(hash(letters, 0, letters.length, NOWHERE), made);
                for (int i = 0; i < letters.length; i++) {
                    index(hash(letters, 0, letters.length, i), made);
                }
            }
        });
    }

    private static final int NOWHERE = -1;

    private void index(int hash, Word word) {
        List<Word> list = byRemainder.computeIfAbsent(hash, h -> new ArrayList<>(1));
        if (!list.contains(word)) {
            list.add(word);
        }
    }

    /** The number of the word; {@link Vocabulary#UNKNOWN} when none is near. */
    int find(char[] letters, int from, int to) {
        int length = to - from;
        if (length < LEAST - 1 || length > LONGEST + 1) {
            return Vocabulary.UNKNOWN;
        }
        int found = among(hash(letters, from, to, NOWHERE), letters, from, to);
        for (int i = from; i < to && found == Vocabulary.UNKNOWN; i++) {
            found = among(hash(letters, from, to, i), letters, from, to);
        }
        return found;
    }

    private int among(int hash, char[] letters, int from, int to) {
        List<Word> list = byRemainder.get(hash);
        if (list != null) {
            for (Word word : list) {
                if (word.letters.charAt(0) == letters[from] && isNear(word.letters, letters, from, to)) {
                    return word.id;
                }
            }
        }
        return Vocabulary.UNKNOWN;
    }

    private static int hash(char[] letters, int from, int to, int without) {
        int hash = SEED;
        for (int i = from; i < to; i++) {
            if (i != without) {
                hash = 31 * hash + letters[i];
            }
        }
        return hash;
    }

    /** Whether one letter more, less or other, or two in the other order, make one of the other. */
    static boolean isNear(String word, char[] letters, int from, int to) {
        int length = to - from;
        int same = 0;
        int shorter = Math.min(word.length(), length);
        while (same < shorter && word.charAt(same) == letters[from + same]) {
            same++;
        }
        int back = 0;
        while (back < shorter - same && word.charAt(word.length() - 1 - back) == letters[to - 1 - back]) {
            back++;
        }
        int wordLeft = word.length() - same - back;
        int lettersLeft = length - same - back;
        if (wordLeft <= 1 && lettersLeft <= 1) {
            return true;
        }
        return wordLeft == 2
                && lettersLeft == 2
                && word.charAt(same) == letters[from + same + 1]
                && word.charAt(same + 1) == letters[from + same];
    }
}
