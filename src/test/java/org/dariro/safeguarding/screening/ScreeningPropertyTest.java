package org.dariro.safeguarding.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScreeningPropertyTest {
    private static final String[] PIECES = {
        "want",
        "to",
        "die",
        "i",
        "kill",
        "myself",
        " ",
        " ",
        " ",
        ".",
        "1",
        "!",
        "@",
        "0",
        "d",
        "iii",
        "\ud83d",
        "\ude00",
        "\0",
        "\u200b",
        "é",
        "😀",
        "laughing",
        "dont",
        "'",
        "suicide",
        "𝐝",
        "\n",
        "wanttodie",
        "rap",
        "in"
    };

    /** What stands on one side of the seam is a match of that text, not one that goes over two. */
    @Property
    void whatGoesOverTwoTextsHasWordsOnBothSides(@ForAll("sentences") String before, @ForAll("sentences") String text) {
        String joined = before + " " + text;
        List<Match> across = ScreeningTest.SCREENING.across(before, text, "en", "");
        List<Match> whole = ScreeningTest.SCREENING.assess(joined, "en").matches();
        for (Match match : across) {
            assertEquals(0, match.start());
            assertTrue(match.end() > 0 && match.end() <= text.length());
            int end = match.end() + before.length() + 1;
            assertTrue(whole.stream()
                    .anyMatch(m -> m.start() < before.length()
                            && m.end() == end
                            && m.term().equals(match.term())));
        }
        boolean within = whole.stream().allMatch(m -> m.end() <= before.length() || m.start() > before.length());
        assertTrue(!within || across.isEmpty());
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join(" ", pieces));
    }

    @Property
    void anyStringIsTakenAndMatchesLieWithinIt(@ForAll String text) {
        matchesLieWithin(text);
    }

    @Property
    void textsOfRiskyPiecesAreTakenAndMatchesLieWithinThem(@ForAll("pieces") String text) {
        matchesLieWithin(text);
    }

    /** Steps are counted, not timed: no input makes the automaton or the reader do more than the length allows. */
    @Property(tries = 60)
    void workGrowsWithTheTextOnly(@ForAll("pieces") String piece, @ForAll @IntRange(min = 1, max = 3_000) int times) {
        String text = piece.repeat(times).substring(0, Math.min(10_000, piece.length() * times));
        Vocabulary vocabulary = new Vocabulary(
                Set.of("want", "to", "die", "i", "*uraya*"),
                Map.of("wanna", List.of("want", "to")),
                Set.of("rapping"),
                true);
        Words words = WordReader.read(vocabulary, Tokens.of(text));
        assertTrue(words.size() <= text.length());
        PhraseNet net = new PhraseNetBuilder(vocabulary)
                .add(0, way("want", "to", "want", "to"))
                .add(1, way("to", "...", "want", "..", "die"))
                .add(2, way("want"))
                .build();
        int places = 4 + 1 + 5 + 1 + 2 + 1 + 1 + 1; // of the tree, each gap's words among them
        assertTrue(net.scan(words, (phrase, first, last) -> {}) <= 3L * places * words.size());
        matchesLieWithin(text);
    }

    @Test
    void tenThousandOfAnyPieceAreTaken() {
        for (String piece : PIECES) {
            matchesLieWithin(piece.repeat(10_000 / piece.length()));
            matchesLieWithin((piece + " ").repeat(10_000 / (piece.length() + 1)));
        }
    }

    @Property
    void whatWasReadBeforeChangesNothing(
            @ForAll("phrases") List<List<String>> phrases,
            @ForAll("text") List<String> before,
            @ForAll("text") List<String> text) {
        Vocabulary vocabulary = new Vocabulary(LETTERS, Map.of(), Set.of(), true);
        PhraseNet used = net(vocabulary, phrases);
        used.scan(mayBeEither(vocabulary, before), (phrase, first, last) -> assertTrue(first >= 0 && first <= last));
        Set<List<Integer>> found = new HashSet<>();
        used.scan(mayBeEither(vocabulary, text), (phrase, first, last) -> found.add(List.of(phrase, first, last)));
        Set<List<Integer>> afresh = new HashSet<>();
        net(vocabulary, phrases)
                .scan(mayBeEither(vocabulary, text), (phrase, first, last) -> afresh.add(List.of(phrase, first, last)));
        assertEquals(afresh, found);
    }

    /** Each word may also be the one that follows it in the text. */
    private static Words mayBeEither(Vocabulary vocabulary, List<String> text) {
        Words words = new Words();
        for (int i = 0; i < text.size(); i++) {
            words.add(vocabulary.id(text.get(i)), 0, 1);
            words.addOthers(new int[] {vocabulary.id(text.get((i + 1) % text.size()))});
        }
        return words;
    }

    private static PhraseNet net(Vocabulary vocabulary, List<List<String>> phrases) {
        PhraseNetBuilder builder = new PhraseNetBuilder(vocabulary);
        for (int p = 0; p < phrases.size(); p++) {
            builder.add(p, way(phrases.get(p).toArray(String[]::new)));
        }
        return builder.build();
    }

    @Property
    void theNetFindsWhatAPlainSearchFinds(
            @ForAll("phrases") List<List<String>> phrases, @ForAll("text") List<String> text) {
        Vocabulary vocabulary = new Vocabulary(LETTERS, Map.of(), Set.of(), true);
        Words words = new Words();
        text.forEach(word -> words.add(vocabulary.id(word), 0, 1));
        Set<List<Integer>> found = new HashSet<>();
        net(vocabulary, phrases).scan(words, (phrase, first, last) -> found.add(List.of(phrase, last)));
        Set<List<Integer>> plain = new HashSet<>();
        for (int p = 0; p < phrases.size(); p++) {
            for (int end = 0; end < text.size(); end++) {
                if (endsAt(phrases.get(p), text, end)) {
                    plain.add(List.of(p, end));
                }
            }
        }
        assertEquals(plain, found);
    }

    private static final List<String> LETTERS = List.of("aa", "bb", "cc");

    private static boolean endsAt(List<String> phrase, List<String> text, int end) {
        if (phrase.isEmpty()) {
            return true;
        }
        if (end < 0) {
            return false;
        }
        String last = phrase.get(phrase.size() - 1);
        List<String> before = phrase.subList(0, phrase.size() - 1);
        if (!last.equals("..")) {
            return last.equals(text.get(end)) && endsAt(before, text, end - 1);
        }
        return endsAt(before, text, end) || endsAt(before, text, end - 1) || endsAt(before, text, end - 2);
    }

    private static List<PhrasePart> way(String... words) {
        return Stream.of(words)
                .map(w -> w.startsWith("..") ? PhrasePart.gapOf(w.length() == 2 ? 2 : 5) : PhrasePart.of(Set.of(w)))
                .toList();
    }

    private static void matchesLieWithin(String text) {
        Assessment assessment = ScreeningTest.SCREENING.assess(text, "en");
        int last = 0;
        for (Match match : assessment.matches()) {
            assertTrue(match.start() >= last && match.start() < match.end() && match.end() <= text.length());
            last = match.start();
        }
        assertEquals(assessment.matches().isEmpty(), assessment.severity().isEmpty());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(40).map(l -> String.join("", l));
    }

    @Provide
    Arbitrary<List<List<String>>> phrases() {
        Arbitrary<List<String>> words =
                Arbitraries.of(LETTERS).list().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(words, Arbitraries.of(true, false), words)
                .as((before, gap, after) -> {
                    List<String> phrase = new ArrayList<>(before);
                    if (gap) {
                        phrase.add("..");
                    }
                    phrase.addAll(after);
                    return phrase;
                })
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> text() {
        return Arbitraries.of("aa", "bb", "cc", "dd").list().ofMaxSize(40);
    }
}
