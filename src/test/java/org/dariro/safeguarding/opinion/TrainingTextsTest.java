package org.dariro.safeguarding.opinion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dariro.safeguarding.screening.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the folder of training texts, and what is made of it. */
class TrainingTextsTest {
    @Test
    void framesMakeEachTextOnceAndAlwaysTheSame() {
        List<String> lines = List.of("texts: 400", "language: sw", "$a = x | y", "$a (one | two)[, three]!");

        List<TrainingText> made = new Frames("f", lines).make();

        assertEquals(made, new Frames("f", lines).make());
        assertEquals(8, made.size());
        assertTrue(made.stream().anyMatch(t -> t.text().equals("x two, three!")), made.toString());
        assertTrue(made.stream().allMatch(t -> t.isHarmless() && t.language().equals("sw") && !t.written()));
    }

    @Test
    void aFrameThatCannotBeReadIsNamed() {
        IllegalArgumentException list =
                assertThrows(IllegalArgumentException.class, () -> new Frames("f", List.of("$no such")).make());
        assertTrue(list.getMessage().contains("f: there is no list $no"), list.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Frames("f", List.of("(open | end")).make());
    }

    @Test
    void aRowThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("voice.tsv"), "high\tsuicide\teng\tplain\tone\nnone\tsuicide\teng\tplain\ttwo\n");

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> TrainingTexts.read(folder));
        assertTrue(error.getMessage().startsWith("voice.tsv, line 2"), error.getMessage());
    }

    @Test
    void aVoiceIsAFile(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("voice.tsv"), "high\tself-harm\tnya\tplain\tone\nnone\tnone\teng\tplain\ttwo\n");

        List<TrainingText> texts = TrainingTexts.read(folder);

        assertEquals("voice", texts.get(0).voice());
        assertEquals(Category.SELF_HARM, texts.get(0).category().orElseThrow());
        assertEquals("ny", texts.get(0).language());
        assertTrue(texts.get(1).isHarmless());
    }

    @Test
    void sentencesAreHarmlessTextsOfALanguage(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("some.sentences"), "# a remark\nlanguage: es\nBuenos días.\nEs lunes.\n");

        List<TrainingText> texts = TrainingTexts.read(folder);

        assertEquals(2, texts.size());
        assertEquals("Es lunes.", texts.get(1).text());
        assertTrue(texts.stream().allMatch(t -> t.isHarmless() && t.language().equals("es") && !t.written()));
    }

    @Test
    void sentencesWithoutALanguageAreNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("some.sentences"), "It is Monday.\n");

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> TrainingTexts.read(folder));
        assertTrue(error.getMessage().startsWith("some.sentences: wants a line"), error.getMessage());
    }

    @Test
    void aLanguageThatIsNotLearntIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("voice.tsv"), "none\tnone\tengl\tplain\tone\n");

        IllegalArgumentException row = assertThrows(IllegalArgumentException.class, () -> TrainingTexts.read(folder));
        assertTrue(row.getMessage().startsWith("voice.tsv, line 1: knows no language \"engl\""), row.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Frames("f", List.of("language: fr", "bonjour")));
        assertEquals(
                "zu",
                new Frames("f", List.of("language: zul", "yebo")).make().get(0).language());
    }

    @Test
    void disguisesKeepTheTextFromVanishing() {
        Random random = new Random(3);
        for (int way = 0; way < Disguises.WAYS; way++) {
            for (int i = 0; i < 200; i++) {
                assertTrue(Disguises.of("i want to go home tonight because of you", way, random)
                                .length()
                        > 20);
            }
        }
    }
}
