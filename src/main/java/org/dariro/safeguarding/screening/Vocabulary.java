package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All spellings that a lexicon knows, as a trie over folded letters. A spelling stands for one word, for several
 * ({@code gonna}: going, to), or for none ({@code just}, which is passed over). Words have numbers from 2; a word that is
 * not here is {@link #UNKNOWN}, a number of two or more digits is {@link #NUMBER}. Built once, then only read.
 */
final class Vocabulary {
    static final int UNKNOWN = 0;
    static final int NUMBER = 1;
    static final int ROOT = 0;

    /** No node, or no meaning. */
    static final int NONE = -1;

    private final char[] columns = new char[0x10000];
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> meanings = new ArrayList<>();
    private int width;
    private int nodes;
    private int[] next = {};
    private int[] meaningAt = {};

    /**
     * @param words the words that phrases are made of
     * @param spellings other spellings, each with the words it stands for
     */
    Vocabulary(Iterable<String> words, Map<String, List<String>> spellings) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        words.forEach(word -> all.put(word, List.of(word)));
        spellings.values().forEach(targets -> targets.forEach(word -> all.put(word, List.of(word))));
        all.putAll(spellings);
        all.keySet().forEach(this::learnLetters);
        newNode();
        all.forEach((spelling, targets) ->
                insert(spelling, targets.stream().mapToInt(this::number).toArray()));
    }

    /** Where a letter leads from a node; {@link #NONE} when no spelling goes on with it. */
    int step(int node, char letter) {
        int column = columns[letter];
        return column == 0 ? NONE : next[node * width + column - 1];
    }

    /** What the spelling that ends at a node stands for, for {@link #words}; {@link #NONE} when none ends there. */
    int meaning(int node) {
        return meaningAt[node];
    }

    /** The numbers of the words that a meaning consists of. */
    int[] words(int meaning) {
        return meanings.get(meaning);
    }

    /** The number of a word of a phrase, {@code #} among them; {@link #UNKNOWN} when it is in none. */
    int id(String word) {
        return isNumber(word) ? NUMBER : numbers.getOrDefault(word, UNKNOWN);
    }

    private static boolean isNumber(String word) {
        return word.equals("#") || (word.length() > 1 && word.chars().allMatch(Character::isDigit));
    }

    /** One more than the highest number of a word. */
    int size() {
        return numbers.size() + 2;
    }

    private int number(String word) {
        if (isNumber(word)) {
            return NUMBER;
        }
        int free = size();
        return numbers.computeIfAbsent(word, w -> free);
    }

    private void learnLetters(String spelling) {
        for (int i = 0; i < spelling.length(); i++) {
            if (columns[spelling.charAt(i)] == 0) {
                columns[spelling.charAt(i)] = (char) ++width;
            }
        }
    }

    private void insert(String spelling, int[] words) {
        int node = ROOT;
        for (int i = 0; i < spelling.length(); i++) {
            int cell = node * width + columns[spelling.charAt(i)] - 1;
            if (next[cell] == NONE) {
                int made = newNode(); // may move the array
                next[cell] = made;
            }
            node = next[cell];
        }
        meaningAt[node] = meanings.size();
        meanings.add(words);
    }

    private int newNode() {
        if (nodes == meaningAt.length) {
            int room = Math.max(64, 2 * nodes);
            int filled = next.length;
            next = Arrays.copyOf(next, room * width);
            Arrays.fill(next, filled, next.length, NONE);
            meaningAt = Arrays.copyOf(meaningAt, room);
            Arrays.fill(meaningAt, nodes, room, NONE);
        }
        return nodes++;
    }
}
