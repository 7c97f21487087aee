package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Finds all phrases of a lexicon in one pass over a text's words. A tree of phrase parts, walked from every word at once:
 * a set of places in the tree moves on with each word, and each place is held once, so that the work for a word is bounded
 * by the size of the tree, whatever the text is. Built by {@link PhraseNetBuilder}, then only read.
 */
final class PhraseNet {
    static final int ROOT = 0;
    static final int NONE = -1;
    private static final int[] NO_WORDS = {};

    /** So many looks at a marked class cost as much as finding an edge in the table. */
    private static final int LOOKS = 4;

    private final EdgeTable table;

    /** For each node the classes of words that lead on. */
    private final int[][] edges;

    /** For each edge of {@link #edges} the node that it leads to. */
    private final int[][] ends;

    private final int[] gaps;
    private final int[][] phrases;

    /** The first of a node's places: one, and one more for each word that its gap may pass over. */
    private final int[] places;

    private final int[] nodeAt;
    private final int[][] classesOf;

    /** For each word, the nodes that it leads to from the root and that are walked one by one: they end a phrase, or a gap follows. */
    private final int[][] fromRoot;

    /** For each word, what follows the other nodes that it leads to from the root, taken together; made when first wanted. */
    private final Onward[] onward;

    /** Fixed sequences of words that stand where a word may: from (node, word) to node, and what each node completes. */
    private final Map<Long, Integer> sequences;

    private final int[] sequenceAt;
    private final boolean[] beginsSequence;
    private final int longest;
    private final int classCount;
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

    PhraseNet(PhraseNetBuilder builder) {
        int nodes = builder.edges.size();
        table = new EdgeTable(builder.targets);
        edges = ints(builder.edges);
        ends = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            int from = node;
            ends[node] =
                    Arrays.stream(edges[node]).map(c -> table.target(from, c)).toArray();
        }
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
        sequences = Map.copyOf(builder.sequences);
        sequenceAt = builder.sequenceAt.stream().mapToInt(Integer::intValue).toArray();
        longest = builder.longest;
        classCount = builder.classCount();
        beginsSequence = new boolean[classesOf.length];
        sequences.keySet().stream()
                .filter(k -> (int) (k >>> 32) == ROOT)
                .forEach(k -> beginsSequence[k.intValue()] = true);
        fromRoot = new int[classesOf.length][];
        for (int word = 0; word < fromRoot.length; word++) {
            fromRoot[word] = beginnings(word).filter(n -> !goesOnOnly(n)).toArray();
        }
        for (int sequence : sequenceAt) {
            if (sequence != NONE) {
                fromRoot[sequence] = beginnings(sequence).toArray(); // what follows it is not the next word
            }
        }
        onward = new Onward[classesOf.length];
    }

    private IntStream beginnings(int word) {
        return Arrays.stream(classesOf[word]).map(c -> table.target(ROOT, c)).filter(t -> t != NONE);
    }

    /** Whether all that can come of a node is an edge to the next word: then those of one word are looked at together. */
    private boolean goesOnOnly(int node) {
        return gaps[node] == 0 && phrases[node].length == 0;
    }

    /**
     * The edges of several nodes. A word such as "I" begins some thousand phrases, and most texts are full of such words.
     *
     * @param classes of words, ascending, each once
     * @param targets for each class the nodes that it leads to
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Onward(int[] classes, int[][] targets) {}

    /** Safe without a lock: two threads would make the same, and all of it is final. */
    private Onward onward(int word) {
        Onward known = onward[word];
        if (known == null) {
            TreeMap<Integer, List<Integer>> targetsOf = new TreeMap<>();
            beginnings(word).filter(this::goesOnOnly).forEach(node -> {
                for (int wordClass : edges[node]) {
                    targetsOf.computeIfAbsent(wordClass, c -> new ArrayList<>()).add(table.target(node, wordClass));
                }
            });
            known = new Onward(
                    targetsOf.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    ints(List.copyOf(targetsOf.values())));
            onward[word] = known;
        }
        return known;
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

    private static int[][] ints(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Places in the tree that a walk has come to, with the word that each began at; each place once. */
    private final class Front {
        private final Marks reached = new Marks(nodeAt.length);
        private int[] at = new int[64];
        private int[] since = new int[64];
        private int size;

        void clear() {
            size = 0;
            reached.clear();
        }

        boolean add(int place, int start) {
            if (reached.has(place)) {
                return false; // from an earlier word
            }
            reached.add(place);
            if (size == at.length) {
                at = Arrays.copyOf(at, 2 * size);
                since = Arrays.copyOf(since, 2 * size);
            }
            at[size] = place;
            since[size++] = start;
            return true;
        }
    }

    /** One pass; used again for other texts, as its marks are as many as the tree has places. */
    private final class Walk {
        /** Where the walk stands before the next word, the one after it, and so on: as far as a sequence of words reaches. */
        private final Front[] fronts = new Front[longest + 1];

        /** The classes of the word that is taken. */
        private final Marks taken = new Marks(classCount);

        private long steps;

        /** The word before the next one if it is known, and what else it may be. */
        private int before = NONE;

        private int[] othersBefore = NO_WORDS;

        Walk() {
            for (int i = 0; i <= longest; i++) {
                fronts[i] = new Front();
            }
        }

        long over(Words words, Finder finder) {
            steps = 0;
            before = NONE;
            othersBefore = NO_WORDS;
            for (Front front : fronts) {
                front.clear();
            }
            for (int i = 0; i < words.size(); i++) {
                step(words, i, finder);
                Front done = fronts[0];
                System.arraycopy(fronts, 1, fronts, 0, longest);
                fronts[longest] = done;
                done.clear();
            }
            return steps;
        }

        private void step(Words words, int i, Finder finder) {
            Front front = fronts[0];
            if (words.startsSentence(i) || front.size > 0) {
                passOver(front, words.startsSentence(i));
            }
            int word = words.id(i);
            if (word != Vocabulary.UNKNOWN) {
                take(front, word, 1, i, finder);
                if (beginsSequence[word]) {
                    takeSequences(front, words, i, finder);
                }
            }
            int[] others = words.others(i);
            for (int other : others) {
                take(front, other, 1, i, finder);
            }
            before = word == Vocabulary.UNKNOWN ? NONE : word;
            othersBefore = others;
        }

        /** Gaps pass over this word, unless a sentence ends before it: then they end too. */
        private void passOver(Front front, boolean broken) {
            int kept = 0;
            for (int a = 0; a < front.size; a++) {
                int place = front.at[a];
                int node = nodeAt[place];
                steps++;
                if (gaps[node] > 0 && !broken && place + 1 < places[node + 1]) {
                    fronts[1].add(place + 1, front.since[a]);
                }
                if (gaps[node] == 0 || !broken) {
                    front.at[kept] = place;
                    front.since[kept++] = front.since[a];
                }
            }
            front.size = kept;
        }

        private void takeSequences(Front front, Words words, int i, Finder finder) {
            int node = ROOT;
            for (int length = 1; length <= longest && i + length <= words.size(); length++) {
                steps++;
                Integer next = sequences.get(EdgeTable.key(node, words.id(i + length - 1)));
                if (next == null) {
                    return;
                }
                node = next;
                if (sequenceAt[node] != NONE) {
                    take(front, sequenceAt[node], length, i, finder);
                }
            }
        }

        private void take(Front front, int word, int length, int i, Finder finder) {
            int last = i + length - 1;
            int[] of = classesOf[word];
            if (front.size > 0) {
                taken.clear();
                for (int wordClass : of) {
                    taken.add(wordClass);
                }
            }
            for (int a = 0; a < front.size; a++) {
                int node = nodeAt[front.at[a]];
                int[] out = edges[node];
                if (out.length <= LOOKS * of.length) {
                    for (int edge = 0; edge < out.length; edge++) {
                        steps++;
                        if (taken.has(out[edge])) {
                            arrive(ends[node][edge], front.since[a], length, last, finder);
                        }
                    }
                } else {
                    for (int wordClass : of) {
                        steps++;
                        int target = table.target(node, wordClass);
                        if (target != NONE) {
                            arrive(target, front.since[a], length, last, finder);
                        }
                    }
                }
            }
            if (before != NONE) {
                follow(onward(before), of, length, i, finder);
            }
            for (int other : othersBefore) {
                follow(onward(other), of, length, i, finder);
            }
            for (int node : fromRoot[word]) {
                arrive(node, i, length, last, finder);
            }
        }

        /** Goes on from the word before to those of the classes {@code of}. */
        private void follow(Onward edges, int[] of, int length, int i, Finder finder) {
            int[] classes = edges.classes();
            int a = 0;
            int b = 0;
            while (a < classes.length && b < of.length) {
                steps++;
                if (classes[a] < of[b]) {
                    a = next(classes, a, of[b]);
                } else if (classes[a] > of[b]) {
                    b = next(of, b, classes[a]);
                } else {
                    for (int node : edges.targets()[a]) {
                        steps++;
                        arrive(node, i - 1, length, i + length - 1, finder);
                    }
                    a++;
                    b++;
                }
            }
        }

        /** The first place after {@code from} with at least {@code wanted}: by leaps that double, then between the last two. */
        private int next(int[] ascending, int from, int wanted) {
            int leap = 1;
            while (from + leap < ascending.length && ascending[from + leap] < wanted) {
                leap *= 2;
            }
            int found = Arrays.binarySearch(
                    ascending, from + leap / 2, Math.min(from + leap + 1, ascending.length), wanted);
            return found >= 0 ? found : -found - 1;
        }

        private void arrive(int node, int start, int length, int last, Finder finder) {
            if (fronts[length].add(places[node], start)) {
                for (int phrase : phrases[node]) {
                    finder.found(phrase, start, last);
                }
            }
        }
    }
}
