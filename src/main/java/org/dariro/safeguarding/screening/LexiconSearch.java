package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One lexicon made ready to search texts with. Built once, then only read: any number of threads may search. */
final class LexiconSearch {
    private final Vocabulary vocabulary;
    private final PhraseAutomaton automaton;
    private final Phrase[] phrases;

    LexiconSearch(Lexicon lexicon) {
        Set<String> plain = new HashSet<>();
        for (Phrase phrase : lexicon.phrases()) {
            plain.addAll(spelledOut(lexicon, phrase));
        }
        vocabulary = new Vocabulary(plain, lexicon.spellings());
        PhraseAutomaton.Builder builder = new PhraseAutomaton.Builder();
        for (Phrase phrase : lexicon.phrases()) {
            int[] ids = spelledOut(lexicon, phrase).stream()
                    .mapToInt(vocabulary::id)
                    .toArray();
            if (ids.length == 0) {
                throw new LexiconError(
                        lexicon.language() + ": '" + phrase.words() + "' has only words that are passed over");
            }
            builder.add(ids);
        }
        automaton = builder.build();
        phrases = lexicon.phrases().toArray(Phrase[]::new);
    }

    /** The matches in {@code text}, by place: none that an exception overlaps, none within a longer one. */
    List<Match> find(String text) {
        Words words = WordReader.read(vocabulary, text);
        Words found = new Words(); // phrase, first word, last word
        automaton.scan(words, found::add);
        return found.size() == 0 ? List.of() : judge(words, found);
    }

    private List<Match> judge(Words words, Words found) {
        int[] excepted = excepted(words.size(), found);
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Phrase phrase = phrases[found.id(i)];
            int first = found.start(i);
            int last = found.end(i);
            Optional<Severity> severity = phrase.severity();
            if (severity.isPresent() && excepted[last + 1] == excepted[first]) {
                matches.add(new Match(
                        phrase.category(), severity.get(), phrase.words(), words.start(first), words.end(last)));
            }
        }
        return outermost(matches);
    }

    /** Without those that lie within a longer one: the longer phrase knows more, and may be graver or milder. */
    private static List<Match> outermost(List<Match> matches) {
        matches.sort(Comparator.comparingInt(Match::start).thenComparing(Match::end, Comparator.reverseOrder()));
        List<Match> kept = new ArrayList<>(matches.size());
        int start = -1;
        int end = -1;
        for (Match match : matches) {
            boolean same = match.start() == start && match.end() == end;
            if (same || match.end() > end) {
                kept.add(match);
                start = match.start();
                end = match.end();
            }
        }
        return kept;
    }

    /** For each word, how many words before it are part of an exception. */
    private int[] excepted(int size, Words found) {
        int[] open = new int[size + 1];
        for (int i = 0; i < found.size(); i++) {
            if (phrases[found.id(i)].severity().isEmpty()) {
                open[found.start(i)]++;
                open[found.end(i) + 1]--;
            }
        }
        int[] before = new int[size + 1];
        int depth = 0;
        for (int i = 0; i < size; i++) {
            depth += open[i];
            before[i + 1] = before[i] + (depth > 0 ? 1 : 0);
        }
        return before;
    }

    private static List<String> spelledOut(Lexicon lexicon, Phrase phrase) {
        List<String> words = new ArrayList<>();
        for (String word : LexiconParser.words(phrase.words())) {
            words.addAll(lexicon.spellings().getOrDefault(word, List.of(word)));
        }
        return words;
    }
}
