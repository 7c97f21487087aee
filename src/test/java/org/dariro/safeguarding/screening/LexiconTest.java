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
    void alternativesAndOptionalWordsAreWrittenOut() {
        assertEquals(List.of("stop my", "stop", "quit my", "quit"), PhrasePattern.expand("stop/quit (my)"));
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
                "spell: w nt = want | 'w nt' is not one word",
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
                "a/b/c/d/e/f/g a/b/c/d/e/f/g a/b/c/d/e/f/g a/b/c/d/e/f/g | more than 2000"
            })
    void aWrongPhraseStopsToo(String pattern, String fault) {
        LexiconError error = assertThrows(LexiconError.class, () -> new LexiconParser("en")
                .read("en/a.txt", "category: abuse\nhigh: " + pattern));
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
        Lexicon lexicon = new LexiconParser("en")
                .read("en/a.txt", "category: abuse\nhigh: just\nskip: just")
                .lexicon();
        assertThrows(LexiconError.class, () -> new Screening(Map.of("en", lexicon)));
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
