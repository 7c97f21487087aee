package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One lexicon made ready to search texts with. Built once, then only read: any number of threads may search. */
public final class LexiconSearch {
    /**
     * Languages that build much of a sentence into one word: the next word is often one letter away and says something else
     * ({@code nitakuwa}, I shall be; {@code nitakuua}, I shall kill you), so that no slips are looked for.
     */
    private static final Set<String> EACH_LETTER_TELLS = Set.of("sw", "sn", "nd", "zu", "xh", "ny", "bem");

    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final PhraseNet net;
    private final Phrase[] phrases;

    /** @throws LexiconError when it cannot be used */
    public LexiconSearch(Lexicon lexicon) {
        this.lexicon = lexicon;
        PhrasePattern pattern = new PhrasePattern(lexicon.slots(), lexicon.spellings());
        List<List<List<PhrasePart>>> ways = new ArrayList<>();
        Set<String> plain = new HashSet<>();
        for (Phrase phrase : lexicon.phrases()) {
            List<List<PhrasePart>> said = pattern.expand(phrase.words());
            ways.add(said);
            said.forEach(way -> way.forEach(part -> plain.addAll(part.words())));
        }
        vocabulary = new Vocabulary(
                plain, lexicon.spellings(), lexicon.ordinary(), !EACH_LETTER_TELLS.contains(lexicon.language()));
        PhraseNetBuilder builder = new PhraseNetBuilder(vocabulary);
        for (int i = 0; i < ways.size(); i++) {
            for (List<PhrasePart> way : ways.get(i)) {
                builder.add(i, way);
            }
        }
        net = builder.build();
        phrases = lexicon.phrases().toArray(Phrase[]::new);
    }

    /** What is searched for. */
    Lexicon lexicon() {
        return lexicon;
    }

    /** The matches, by place: none that lies within an exception, none within a longer one that knows better. */
    List<Match> find(Tokens tokens) {
        Words words = WordReader.read(vocabulary, tokens);
        Words found = new Words(); // phrase, first word, last word
        net.scan(words, found::add);
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
            if (severity.isPresent() && excepted[first] < last) {
                matches.add(new Match(
                        phrase.category(),
                        severity.get(),
                        term(words, first, last),
                        words.start(first),
                        words.end(last),
                        phrase.place()));
            }
        }
        return outermost(matches);
    }

    /** A word with a star knows less than the same word written out. */
    private static boolean isLoose(Match match) {
        return match.term().indexOf('*') >= 0;
    }

    private String term(Words words, int first, int last) {
        StringBuilder term = new StringBuilder();
        boolean gap = false;
        for (int i = first; i <= last; i++) {
            int[] others = words.others(i);
            int id = words.id(i) == Vocabulary.UNKNOWN && others.length > 0 ? others[0] : words.id(i);
            if (id == Vocabulary.UNKNOWN && gap) {
                continue;
            }
            gap = id == Vocabulary.UNKNOWN;
            term.append(term.isEmpty() ? "" : " ").append(vocabulary.name(id));
        }
        return term.toString();
    }

    /**
     * Without those that lie within a longer one, as that knows more and may be graver or milder. A graver one of another
     * category stays, and a critical one always: "goodbye everyone" is no less grave for what stands beside it, and a line that
     * is meant to say otherwise is an exception.
     */
    private static List<Match> outermost(List<Match> matches) {
        matches.sort(Comparator.comparingInt(Match::start)
                .thenComparing(Match::end, Comparator.reverseOrder())
                .thenComparing(LexiconSearch::isLoose)
                .thenComparing(Match::severity));
        List<Match> kept = new ArrayList<>(matches.size());
        Optional<Match> outer = Optional.empty();
        for (Match match : matches) {
            if (outer.isEmpty() || match.end() > outer.get().end()) {
                kept.add(match);
                outer = Optional.of(match);
            } else {
                Match around = outer.get();
                boolean same = match.start() == around.start() && match.end() == around.end();
                boolean another = match.category() != around.category();
                boolean graver = match.severity().isGraverThan(around.severity());
                boolean critical = graver && match.severity() == Severity.CRITICAL;
                if (critical || (another && (same || graver))) {
                    kept.add(match);
                }
            }
        }
        return kept;
    }

    /** For each word, the last word of any exception that begins at it or before it; -1 for none. */
    private int[] excepted(int size, Words found) {
        int[] until = new int[size];
        Arrays.fill(until, -1);
        for (int i = 0; i < found.size(); i++) {
            if (phrases[found.id(i)].severity().isEmpty()) {
                int first = found.start(i);
                until[first] = Math.max(until[first], found.end(i));
            }
        }
        for (int i = 1; i < size; i++) {
            until[i] = Math.max(until[i], until[i - 1]);
        }
        return until;
    }
}
