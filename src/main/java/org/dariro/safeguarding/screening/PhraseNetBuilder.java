package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes phrases one by one and makes the tree of one {@link PhraseNet}. */
final class PhraseNetBuilder {
    /** For each node: the classes of words that lead on, the words that a gap after it may pass over, the phrases it ends. */
    final List<List<Integer>> edges = new ArrayList<>();

    final List<Integer> gaps = new ArrayList<>();
    final List<List<Integer>> phrases = new ArrayList<>();

    /** From a node by a class of words. */
    final Map<Long, Integer> targets = new HashMap<>();

    /** For each word of the vocabulary, the classes that it belongs to. */
    final List<List<Integer>> classesOf = new ArrayList<>();

    /** The tree of fixed sequences of words: from a node by a word; and the entry of the vocabulary that a node completes. */
    final Map<Long, Integer> sequences = new HashMap<>();

    final List<Integer> sequenceAt = new ArrayList<>(List.of(PhraseNet.NONE));
    int longest = 1;
    private final Vocabulary vocabulary;
    private final Map<Long, Integer> gapNodes = new HashMap<>();
    private final Map<Set<String>, Integer> classes = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> wordsOf = new HashMap<>();

    PhraseNetBuilder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (int i = 0; i < vocabulary.size(); i++) {
            classesOf.add(new ArrayList<>());
        }
        newNode(0);
    }

    /** Adds one way of saying the phrase of a number. */
    PhraseNetBuilder add(int phrase, List<PhrasePart> way) {
        int node = PhraseNet.ROOT;
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
        return targets.computeIfAbsent(EdgeTable.key(node, of), k -> {
            edges.get(node).add(of);
            return newNode(gap);
        });
    }

    private int gapClass(int wordClass, int gap) {
        return gapNodes.computeIfAbsent(EdgeTable.key(wordClass, gap), k -> {
            int made = classCount();
            wordsOf.getOrDefault(wordClass, Set.of())
                    .forEach(word -> classesOf.get(vocabulary.id(word)).add(made));
            return made;
        });
    }

    private int wordClass(Set<String> words) {
        Integer known = classes.get(words);
        if (known == null) {
            known = classCount();
            classes.put(words, known);
            wordsOf.put(known, words);
            for (String word : words) {
                classesOf.get(vocabulary.id(word)).add(known);
                if (word.indexOf(' ') > 0) {
                    learnSequence(word);
                }
            }
        }
        return known;
    }

    private void learnSequence(String sequence) {
        String[] words = sequence.split(" ");
        longest = Math.max(longest, words.length);
        int node = PhraseNet.ROOT;
        for (String word : words) {
            node = sequences.computeIfAbsent(EdgeTable.key(node, vocabulary.id(word)), k -> {
                sequenceAt.add(PhraseNet.NONE);
                return sequenceAt.size() - 1;
            });
        }
        sequenceAt.set(node, vocabulary.id(sequence));
    }

    /** How many classes of words there are: they are numbered from 0 on. */
    int classCount() {
        return classes.size() + gapNodes.size();
    }

    private int newNode(int gap) {
        edges.add(new ArrayList<>());
        gaps.add(gap);
        phrases.add(new ArrayList<>());
        return edges.size() - 1;
    }
}
