package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds all phrases of a lexicon in one pass over a text's words. A tree of phrase parts, walked from every word at once:
 * a set of places in the tree moves on with each word, and each place is held once, so that the work for a word is bounded
 * by the size of the tree, whatever the text is. Built by {@link Builder}, then only read.
 */
final class PhraseNet {
    private static final int ROOT = 0;
    private static final int NONE = -1;

    /** Edges as an open hash table of (node, class of words) to node. */
    private final long[] keys;

    private final int[] targets;
    private final int[][] edges;
    private final int[] gaps;
    private final int[][] phrases;

    /** The first of a node's places: one, and one more for each word that its gap may pass over. */
    private final int[] places;

    private final int[] nodeAt;
    private final int[][] classesOf;
    private final int[][] fromRoot;
    private final ConcurrentLinkedQueue<Walk> resting = new ConcurrentLinkedQueue<>();

    /** Told of every phrase found, in the order in which they end. */
    interface Finder {
        /**
         * @param phrase its number, as it was added
         * @param first the index of its first word
         * @param last the index of its last word
         */
        void found(int phrase, int first, int last);
    }

    private PhraseNet(Builder builder) {
        int nodes = builder.edges.size();
        int room = Integer.highestOneBit(Math.max(8, nodes)) * 4;
        keys = new long[room];
        targets = new int[room];
        Arrays.fill(keys, NONE);
        builder.targets.forEach((key, target) -> {
            int slot = slot(key);
            keys[slot] = key;
            targets[slot] = target;
        });
        edges = ints(builder.edges);
        phrases = ints(builder.phrases);
        gaps = builder.gaps.stream().mapToInt(Integer::intValue).toArray();
        places = new int[nodes + 1];
        for (int i = 0; i < nodes; i++) {
            places[i + 1] = places[i] + 1 + gaps[i];
        }
        nodeAt = new int[places[nodes]];
        for (int i = 0; i < nodes; i++) {
            Arrays.fill(nodeAt, places[i], places[i + 1], i);
        }
        classesOf = ints(builder.classesOf);
        for (int[] classes : classesOf) {
            Arrays.sort(classes);
        }
        fromRoot = new int[classesOf.length][];
        for (int word = 0; word < fromRoot.length; word++) {
            fromRoot[word] = Arrays.stream(classesOf[word])
                    .map(c -> target(ROOT, c))
                    .filter(t -> t != NONE)
                    .toArray();
        }
    }

    /**
     * Tells {@code finder} of every phrase in {@code words}.
     *
     * @return how many steps it took: for each word at most the size of the tree
     */
    long scan(Words words, Finder finder) {
        Walk walk = resting.poll();
        if (walk == null) {
            walk = new Walk();
        }
        long steps = walk.over(words, finder);
        resting.add(walk);
        return steps;
    }

    private int target(int node, int wordClass) {
        int slot = slot(key(node, wordClass));
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

    private static long key(int node, int wordClass) {
        return (long) node << 32 | wordClass;
    }

    private static int[][] ints(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** One pass; used again for other texts, as its marks are as many as the tree has places. */
    private final class Walk {
        private final int[] marks = new int[nodeAt.length];
        private int round;
        private int[] at = new int[64];
        private int[] since = new int[64];
        private int size;
        private int[] nextAt = new int[64];
        private int[] nextSince = new int[64];
        private int nextSize;
        private long steps;

        long over(Words words, Finder finder) {
            size = 0;
            steps = 0;
            for (int i = 0; i < words.size(); i++) {
                if (++round == Integer.MAX_VALUE) {
                    Arrays.fill(marks, 0);
                    round = 1;
                }
                step(words, i, finder);
                int[] swap = at;
                at = nextAt;
                nextAt = swap;
                swap = since;
                since = nextSince;
                nextSince = swap;
                size = nextSize;
            }
            return steps;
        }

        private void step(Words words, int i, Finder finder) {
            nextSize = 0;
            int word = words.id(i);
            int[] others = words.others(i);
            boolean known = word != Vocabulary.UNKNOWN || others.length > 0;
            boolean broken = words.startsSentence(i);
            for (int a = 0; a < size; a++) {
                int node = nodeAt[at[a]];
                steps++;
                if (gaps[node] > 0) {
                    if (broken) {
                        continue;
                    }
                    if (at[a] + 1 < places[node + 1]) {
                        go(at[a] + 1, since[a]);
                    }
                }
                if (known) {
                    follow(node, since[a], word, i, finder);
                    for (int other : others) {
                        follow(node, since[a], other, i, finder);
                    }
                }
            }
            if (known) {
                begin(word, i, finder);
                for (int other : others) {
                    begin(other, i, finder);
                }
            }
        }

        private void begin(int word, int i, Finder finder) {
            for (int node : fromRoot[word]) {
                arrive(node, i, i, finder);
            }
        }

        private void follow(int node, int start, int word, int i, Finder finder) {
            int[] of = classesOf[word];
            int[] out = edges[node];
            if (out.length == 0 || of.length == 0) {
                return;
            }
            if (out.length <= of.length) {
                for (int wordClass : out) {
                    steps++;
                    if (Arrays.binarySearch(of, wordClass) >= 0) {
                        arrive(target(node, wordClass), start, i, finder);
                    }
                }
            } else {
                for (int wordClass : of) {
                    steps++;
                    int target = target(node, wordClass);
                    if (target != NONE) {
                        arrive(target, start, i, finder);
                    }
                }
            }
        }

        private void arrive(int node, int start, int i, Finder finder) {
            if (!go(places[node], start)) {
                return;
            }
            for (int phrase : phrases[node]) {
                finder.found(phrase, start, i);
            }
        }

        private boolean go(int place, int start) {
            if (marks[place] == round) {
                return false; // reached before, from an earlier word
            }
            marks[place] = round;
            if (nextSize == nextAt.length) {
                nextAt = Arrays.copyOf(nextAt, 2 * nextSize);
                nextSince = Arrays.copyOf(nextSince, 2 * nextSize);
            }
            nextAt[nextSize] = place;
            nextSince[nextSize++] = start;
            return true;
        }
    }

    /** Takes phrases one by one; for one net. */
    static final class Builder {
        private final Vocabulary vocabulary;
        private final List<List<Integer>> edges = new ArrayList<>();
        private final List<Integer> gaps = new ArrayList<>();
        private final List<List<Integer>> phrases = new ArrayList<>();
        private final Map<Long, Integer> targets = new HashMap<>();
        private final Map<Long, Integer> gapNodes = new HashMap<>();
        private final Map<Set<String>, Integer> classes = new LinkedHashMap<>();
        private final List<List<Integer>> classesOf = new ArrayList<>();

        Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            for (int i = 0; i < vocabulary.size(); i++) {
                classesOf.add(new ArrayList<>());
            }
            newNode(0);
        }

        /** Adds one way of saying the phrase of a number. */
        Builder add(int phrase, List<PhrasePart> way) {
            int node = ROOT;
            for (int i = 0; i < way.size(); i++) {
                int gap = i + 1 < way.size() && way.get(i + 1).isGap()
                        ? way.get(i + 1).gap()
                        : 0;
                node = follow(node, wordClass(way.get(i).words()), gap);
                if (gap > 0) {
                    i++;
                }
            }
            if (!phrases.get(node).contains(phrase)) {
                phrases.get(node).add(phrase);
            }
            return this;
        }

        PhraseNet build() {
            return new PhraseNet(this);
        }

        private int follow(int node, int wordClass, int gap) {
            // The same words with and without a gap after them are two edges, told apart by a class of the same words.
            int of = gap == 0 ? wordClass : gapClass(wordClass, gap);
            return targets.computeIfAbsent(key(node, of), k -> {
                edges.get(node).add(of);
                return newNode(gap);
            });
        }

        private int gapClass(int wordClass, int gap) {
            return gapNodes.computeIfAbsent(key(wordClass, gap), k -> {
                int made = classes.size() + gapNodes.size();
                classesOf.forEach(list -> {
                    if (list.contains(wordClass)) {
                        list.add(made);
                    }
                });
                return made;
            });
        }

        private int wordClass(Set<String> words) {
            Integer known = classes.get(words);
            if (known == null) {
                known = classes.size() + gapNodes.size();
                classes.put(words, known);
                for (String word : words) {
                    classesOf.get(vocabulary.id(word)).add(known);
                }
            }
            return known;
        }

        private int newNode(int gap) {
            edges.add(new ArrayList<>());
            gaps.add(gap);
            phrases.add(new ArrayList<>());
            return edges.size() - 1;
        }
    }
}
