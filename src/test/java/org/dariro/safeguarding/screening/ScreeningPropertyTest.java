package org.dariro.safeguarding.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
        Vocabulary vocabulary =
                new Vocabulary(Set.of("want", "to", "die", "i"), Map.of("wanna", List.of("want", "to")));
        Words words = WordReader.read(vocabulary, text);
        assertTrue(words.size() <= text.length());
        int[] wanted = {vocabulary.id("want"), vocabulary.id("to"), vocabulary.id("want"), vocabulary.id("to")};
        PhraseAutomaton automaton = new PhraseAutomaton.Builder()
                .add(wanted)
                .add(new int[] {vocabulary.id("to"), vocabulary.id("want"), vocabulary.id("die")})
                .add(new int[] {vocabulary.id("want")})
                .build();
        assertTrue(automaton.scan(words, (phrase, first, last) -> {}) <= 2 * words.size());
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
    void theAutomatonFindsWhatAPlainSearchFinds(
            @ForAll("phrases") List<List<Integer>> phrases, @ForAll("text") List<Integer> text) {
        PhraseAutomaton.Builder builder = new PhraseAutomaton.Builder();
        phrases.forEach(p -> builder.add(p.stream().mapToInt(i -> i).toArray()));
        Words words = new Words();
        text.forEach(id -> words.add(id, 0, 1));
        List<List<Integer>> found = new ArrayList<>();
        builder.build().scan(words, (phrase, first, last) -> found.add(List.of(phrase, first, last)));
        Set<List<Integer>> plain = new HashSet<>();
        for (int p = 0; p < phrases.size(); p++) {
            int length = phrases.get(p).size();
            for (int i = 0; i + length <= text.size(); i++) {
                if (text.subList(i, i + length).equals(phrases.get(p))) {
                    plain.add(List.of(p, i, i + length - 1));
                }
            }
        }
        assertEquals(plain, new HashSet<>(found));
        assertEquals(plain.size(), found.size());
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
    Arbitrary<List<List<Integer>>> phrases() {
        return Arbitraries.integers()
                .between(1, 3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Integer>> text() {
        return Arbitraries.of(IntStream.rangeClosed(0, 3).boxed().toList())
                .list()
                .ofMaxSize(40);
    }
}
