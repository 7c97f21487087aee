package org.dariro.safeguarding.screening;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all phrases of a lexicon in one pass over a text's words: the automaton of Aho and Corasick (1975) with words for
 * letters, so that phrases begin and end where words do. Built by {@link Builder}, then only read.
 */
final class PhraseAutomaton {
    private static final int ROOT = 0;
    private static final int NONE = -1;

    /** Transitions as an open hash table of (state, word) to state. */
    private final long[] keys;

    private final int[] targets;

    /** The state of the longest proper suffix, and the nearest one on that way where a phrase ends. */
    private final int[] fails;

    private final int[] links;
    private final int[][] phrases;
    private final int[] lengths;

    /** Told of every phrase found, in the order in which they end. */
    interface Finder {
        /**
         * @param phrase its number, in the order of adding
         * @param first the index of its first word
         * @param last the index of its last word
         */
        void found(int phrase, int first, int last);
    }

    private PhraseAutomaton(Builder builder) {
        int states = builder.incoming.size();
        int room = Integer.highestOneBit(Math.max(8, states)) * 4;
        keys = new long[room];
        targets = new int[room];
        Arrays.fill(keys, NONE);
        for (int i = 1; i < states; i++) {
            int slot = slot(builder.incoming.get(i));
            keys[slot] = builder.incoming.get(i);
            targets[slot] = i;
        }
        phrases = builder.phrases.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        lengths = builder.lengths.stream().mapToInt(Integer::intValue).toArray();
        fails = new int[states];
        links = new int[states];
        Arrays.fill(links, NONE);
        ArrayDeque<Integer> queue = new ArrayDeque<>(builder.children.get(ROOT));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int parent = (int) (builder.incoming.get(state) >>> 32);
            int word = builder.incoming.get(state).intValue();
            fails[state] = parent == ROOT ? ROOT : advance(fails[parent], word);
            links[state] = phrases[fails[state]].length > 0 ? fails[state] : links[fails[state]];
            queue.addAll(builder.children.get(state));
        }
    }

    /**
     * Tells {@code finder} of every phrase in {@code words}.
     *
     * @return the transitions looked up: at most two for every word, whatever the words are
     */
    int scan(Words words, Finder finder) {
        int looked = 0;
        int state = ROOT;
        for (int i = 0; i < words.size(); i++) {
            int word = words.id(i);
            if (word == Vocabulary.UNKNOWN) {
                state = ROOT;
                continue;
            }
            int to = target(state, word);
            looked++;
            while (to == NONE && state != ROOT) {
                state = fails[state];
                to = target(state, word);
                looked++;
            }
            state = Math.max(ROOT, to);
            for (int end = state; end != NONE; end = links[end]) {
                for (int phrase : phrases[end]) {
                    finder.found(phrase, i - lengths[phrase] + 1, i);
                }
            }
        }
        return looked;
    }

    private int advance(int from, int word) {
        int state = from;
        int to = target(state, word);
        while (to == NONE && state != ROOT) {
            state = fails[state];
            to = target(state, word);
        }
        return Math.max(ROOT, to);
    }

    private int target(int state, int word) {
        int slot = slot(key(state, word));
        return keys[slot] == NONE ? NONE : targets[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int state, int word) {
        return (long) state << 32 | word;
    }

    /** Takes phrases one by one; for one automaton. */
    static final class Builder {
        private final List<Long> incoming = new ArrayList<>();
        private final List<List<Integer>> children = new ArrayList<>();
        private final List<List<Integer>> phrases = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private final Map<Long, Integer> states = new HashMap<>();

        Builder() {
            newState(NONE);
        }

        /** Adds the phrase of these words, at least one; its number is how many were added before. */
        Builder add(int[] words) {
            int state = ROOT;
            for (int word : words) {
                long key = key(state, word);
                Integer known = states.get(key);
                if (known == null) {
                    known = newState(key);
                    states.put(key, known);
                    children.get(state).add(known);
                }
                state = known;
            }
            phrases.get(state).add(lengths.size());
            lengths.add(words.length);
            return this;
        }

        PhraseAutomaton build() {
            return new PhraseAutomaton(this);
        }

        private int newState(long key) {
            incoming.add(key);
            children.add(new ArrayList<>());
            phrases.add(new ArrayList<>());
            return incoming.size() - 1;
        }
    }
}
