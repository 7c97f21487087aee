package org.dariro.safeguarding.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    @Test
    void alternativesOptionalWordsListsAndGapsAreWrittenOut() {
        PhrasePattern pattern = new PhrasePattern(
                Map.of("pills", List.of("tablets", "arv pills")), Map.of("wont", List.of("will", "not")));
        PhrasePart stop = PhrasePart.of(Set.of("stop", "quit"));
        PhrasePart my = PhrasePart.of(Set.of("my"));
        assertEquals(List.of(List.of(stop, my), List.of(stop)), pattern.expand("stop/quit (my)"));
        assertEquals(
                List.of(List.of(stop, PhrasePart.of(Set.of("tablets", "arv pills")))),
                pattern.expand("stop/quit {pills}"));
        assertEquals(
                List.of(List.of(stop, PhrasePart.gapOf(2), my, PhrasePart.gapOf(5), stop)),
                pattern.expand("quit/stop .. my ... stop/quit"));
        assertEquals(List.of(List.of(PhrasePart.of(Set.of("will not")), my)), pattern.expand("won't my"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "want to die | there is no colon",
                "high: want to die | a line 'category: ...' must come first",
                "category: sadness | there is no category 'sadness'",
                "high: | nothing after the colon",
                "grave: want to die | 'grave' is none of",
                "spell: wnt | a spelling is like",
                "spell: w nt, = want | a word is missing beside a comma",
                "define: Pills = arvs | a list is like",
                "define: pills = arvs, , art | a word is missing beside a comma",
                "digit: ten = ten | words for a digit are like",
                "skip: just, , so | '' is not one word"
            })
    void aWrongLineStopsWithItsFileAndNumber(String entry, String fault) {
        LexiconError error = assertThrows(
                LexiconError.class, () -> new LexiconParser("en").read("en/a.txt", "# a remark\n\n" + entry));
        assertTrue(String.valueOf(error.getMessage()).startsWith("en/a.txt:3: "), error.getMessage());
        assertTrue(String.valueOf(error.getMessage()).contains(fault), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(my | brackets must stand around one word",
                "a//b | a word is missing",
                "(my) (own) | a phrase needs a word",
                "(a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) l | more than 2000",
                ".. my | a gap must stand between words",
                "my ... | a gap must stand between words",
                "{pills} | no line 'define: ...' tells what {pills} is",
                "*zvu* | a star stands before or after",
                "pi*lls | a star stands before or after",
                "!! | there is no letter in '!!'"
            })
    void aWrongPhraseStopsToo(String pattern, String fault) {
        LexiconError error = assertThrows(LexiconError.class, () -> new LexiconParser("en")
                .read("en/a.txt", "category: abuse\nhigh: " + pattern)
                .lexicon());
        assertTrue(String.valueOf(error.getMessage()).startsWith("en/a.txt:2: "), error.getMessage());
        assertTrue(String.valueOf(error.getMessage()).contains(fault), error.getMessage());
    }

    @Test
    void aSpellingCannotStandForTwoThingsNorForASpelling() {
        LexiconParser parser = new LexiconParser("en").read("en/a.txt", "spell: ur = your");
        assertThrows(LexiconError.class, () -> parser.read("en/b.txt", "spell: ur = you are"));
        LexiconParser chain = new LexiconParser("en").read("en/a.txt", "spell: a1 = b1\nspell: b1 = c1");
        assertThrows(LexiconError.class, chain::lexicon);
    }

    @Test
    void aPhraseOfSkippedWordsOnlyStops() {
        LexiconParser parser = new LexiconParser("en").read("en/a.txt", "category: abuse\nhigh: just\nskip: just");
        assertThrows(LexiconError.class, parser::lexicon);
    }

    @Test
    void anyFileOfALanguagesFolderIsRead(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("sn"));
        Files.writeString(root.resolve("sn/mine.txt"), "category: violence\nlow: chido");
        Files.writeString(root.resolve("sn/notes.md"), "not read");
        Map<String, Lexicon> lexicons = Lexicons.fromFolder(root);
        assertEquals(Set.of("sn"), lexicons.keySet());
        assertEquals(1, lexicons.get("sn").phrases().size());
        assertThrows(LexiconError.class, () -> Lexicons.fromFolder(root.resolve("none")));
    }

    @Test
    void theEnglishLexiconCoversEveryCategory() {
        Lexicon english = Lexicons.fromClasspath(getClass().getClassLoader()).get("en");
        assertEquals(
                Set.of(Category.values()),
                english.phrases().stream().map(Phrase::category).collect(Collectors.toSet()));
    }
}
