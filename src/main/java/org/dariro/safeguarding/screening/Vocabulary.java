package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    private final List<String> names = new ArrayList<>(List.of("..", "#"));
    private final List<int[]> meanings = new ArrayList<>();
    private final NearWords near;
    private final Shortened shortened;
    private final Stems stems;
    private int width;
    private int nodes;
    private int[] next = {};
    private int[] meaningAt = {};

    /**
     * @param words the words that phrases are made of, those with stars among them
     * @param spellings other spellings, each with the words it stands for; one may be several words, a space between
     * @param ordinary words that are in no phrase and are never taken for one that is
     * @param slips whether a word with one slip of the pen, or shortened, is read as the word that it is near to
     */
    Vocabulary(
            Iterable<String> words, Map<String, List<String>> spellings, Collection<String> ordinary, boolean slips) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Map<String, Integer> starred = new LinkedHashMap<>();
        words.forEach(word -> {
            for (String one : word.split(" ")) {
                if (one.contains("*")) {
                    starred.put(one, number(one));
                } else {
                    all.put(one, List.of(one));
                }
            }
        });
        spellings.values().forEach(targets -> targets.forEach(word -> all.put(word, List.of(word))));
        all.putAll(spellings);
        all.keySet().forEach(this::learnLetters);
        ordinary.forEach(this::learnLetters);
        newNode();
        all.forEach((spelling, targets) ->
                insert(spelling, targets.stream().mapToInt(this::number).toArray()));
        near = new NearWords(slips ? numbers : Map.of());
        shortened = new Shortened(slips ? numbers : Map.of());
        words.forEach(this::number); // sequences of words too
        ordinary.stream().filter(word -> !all.containsKey(word)).forEach(word -> insert(word, new int[] {UNKNOWN}));
        stems = new Stems(starred);
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

    /** What the letters stand for as they are; {@link #NONE} when they are no spelling. */
    int meaning(char[] letters, int from, int to) {
        int node = walk(ROOT, letters, from, to);
        return node == NONE ? NONE : meaningAt[node];
    }

    /** Where letters lead from a node. */
    int walk(int from, char[] letters, int start, int end) {
        int node = from;
        for (int i = start; i < end && node != NONE; i++) {
            node = step(node, letters[i]);
        }
        return node;
    }

    /**
     * What letters with stars for some of them stand for, when that is one thing only.
     *
     * @param stars how many stars are left that may be any letter
     */
    int meaningWithStars(int node, char[] letters, int at, int to, int stars) {
        if (at == to) {
            return meaningAt[node];
        }
        if (letters[at] != '*') {
            int on = step(node, letters[at]);
            return on == NONE ? NONE : meaningWithStars(on, letters, at + 1, to, stars);
        }
        int found = NONE;
        for (int column = 0; stars > 0 && column < width; column++) {
            int on = next[node * width + column];
            int meant = on == NONE ? NONE : meaningWithStars(on, letters, at + 1, to, stars - 1);
            if (meant != NONE) {
                if (found != NONE && !Arrays.equals(meanings.get(found), meanings.get(meant))) {
                    return NONE;
                }
                found = meant;
            }
        }
        return found;
    }

    /** The numbers of the words that a meaning consists of. */
    int[] words(int meaning) {
        return meanings.get(meaning);
    }

    /** The word that letters are a slip of the pen away from; {@link #UNKNOWN} when there is none. */
    int near(char[] letters, int from, int to) {
        return near.find(letters, from, to);
    }

    /** The word that letters are short for; {@link #UNKNOWN} when there is none, or several. */
    int shortened(char[] letters, int from, int to) {
        return shortened.find(letters, from, to);
    }

    /** The word that letters and digits sound like; {@link #UNKNOWN} when there is none. */
    int sounded(char[] letters, int from, int to) {
        return shortened.sounded(letters, from, to);
    }

    /** The words with stars that letters fit. */
    int[] stems(char[] letters, int from, int to) {
        return stems.find(letters, from, to);
    }

    /** The number of a word of a phrase, {@code #} among them; {@link #UNKNOWN} when it is in none. */
    int id(String word) {
        return isNumber(word) ? NUMBER : numbers.getOrDefault(word, UNKNOWN);
    }

    /** The word of a number; two dots for {@link #UNKNOWN}. */
    String name(int id) {
        return names.get(id);
    }

    /** One more than the highest number of a word. */
    int size() {
        return names.size();
    }

    private static boolean isNumber(String word) {
        return word.equals("#") || (word.length() > 1 && word.chars().allMatch(Character::isDigit));
    }

    private int number(String word) {
        if (isNumber(word)) {
            return NUMBER;
        }
        return numbers.computeIfAbsent(word, w -> {
            names.add(w);
            return names.size() - 1;
        });
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
