package org.dariro.safeguarding.opinion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Settings;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Lexicons;
import org.dariro.safeguarding.screening.Opinion;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.dariro.safeguarding.screening.Severity;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** With a small model of a few frames, made here: what holds whatever the training texts are. */
class StatisticalOpinionTest {
    private static final List<String> HARMLESS = List.of(
            "texts: 400",
            "$i = i | we | mum | he | my sister",
            "$do = go to the shop | cook rice | see the doctor | watch the match | sleep early | call the school",
            "$when = today | tonight | tomorrow | after work | at five",
            "$i (will | want to | wants to | can) $do $when",
            "good (morning | night) (all | friends | everybody)",
            "[$i] (had | made) (lunch | tea | a cake) $when");
    private static final List<String> RISK = List.of(
            "texts: 400",
            "$i = i | honestly i | tonight i",
            "@high suicide",
            "$i (want to | wish to | will | need to) (drown myself in the lake | leave this life | go to the ancestors) [tonight]",
            "@medium medication",
            "$i (threw away | flushed | buried) (my | all the) (tablets | capsules) [today]");

    private final StatisticalOpinion opinion = new StatisticalOpinion(model(), Optional.empty());

    @Test
    void itSeesARiskInWordsThatAreInNoLexicon() {
        Opinion found = on("honestly i need to drown myself in the lake").orElseThrow();

        assertEquals(Category.SUICIDE, found.category());
        assertEquals(Severity.HIGH, found.severity());
        assertTrue(found.confidence() > 0.5 && found.confidence() <= 1);
    }

    @Test
    void itLetsOrdinaryTextsBe() {
        assertEquals(Optional.empty(), on("mum wants to cook rice today"));
        assertEquals(Optional.empty(), on(""));
        assertEquals(Optional.empty(), on("?!... 😀 ---"));
    }

    @Test
    void itReadsDisguisedWords() {
        assertTrue(on("i want to dr0wn mys3lf in the lake").isPresent());
        assertTrue(on("i want to d r o w n myself in the lake").isPresent());
        assertTrue(on("I WANT TO DROWWWN MYSELF IN THE LAKE").isPresent());
    }

    @Test
    void itSaysWhichWordsWeighedAndWhichExamplesAreNear() {
        String why = on("good night all, i want to drown myself in the lake")
                .orElseThrow()
                .explanation();

        assertTrue(why.contains("suicide"), why);
        assertTrue(why.contains("drown") || why.contains("lake"), why);
        assertTrue(why.contains("Nearest examples: suicide (high)"), why);
        assertFalse(why.contains("good night"), why);
    }

    @Test
    void oneBadSentenceIsNotDrownedInALongStory() {
        String story = "we had lunch today and mum made a cake after work ".repeat(20);

        String bad = "honestly i wish to leave this life tonight honestly i need to drown myself in the lake tonight ";
        assertTrue(on(story + bad + story).isPresent());
        assertTrue(on(story).isEmpty());
    }

    @Test
    void itNeverMakesATextMilder() {
        Screening screening = new Screening(Lexicons.fromClasspath(getClass().getClassLoader()));
        List<String> texts = List.of(
                "i threw away my tablets today",
                "i want to kill myself",
                "honestly i need to drown myself in the lake",
                "good morning all",
                "he beats me");
        for (String text : texts) {
            Assessment lexicons = screening.assess(text, "en");
            Assessment both = screening.assess(text, "en", opinion);
            assertEquals(lexicons.matches(), both.matches(), text);
            if (lexicons.severity().isPresent()) {
                assertFalse(
                        lexicons.severity().get().isGraverThan(both.severity().orElseThrow()), text);
            }
        }
    }

    @Test
    void itSaysNothingWhereTheLexiconsFoundTheTextAsGrave() {
        Screening screening = new Screening(Lexicons.fromClasspath(getClass().getClassLoader()));
        Assessment found = screening.assess("i want to kill myself and drown myself in the lake", "en");

        assertTrue(found.severity().isPresent());
        assertEquals(
                Optional.empty(),
                opinion.on("i want to drown myself in the lake", "en", found)
                        .filter(o -> !o.severity().isGraverThan(found.severity().get())));
    }

    @Test
    void itIsNeverCritical() {
        String worst = "tonight i will drown myself in the lake honestly i need to leave this life tonight";

        assertEquals(Severity.HIGH, on(worst).orElseThrow().severity());
    }

    @Test
    void theSameTextsMakeTheSameModel() throws IOException {
        assertArrayEquals(bytes(model()), bytes(model()));
    }

    @Test
    void aModelSurvivesItsFile() throws IOException {
        Model read = ModelFile.read(new ByteArrayInputStream(bytes(model())));

        String text = "i want to drown myself in the lake";
        assertEquals(on(text), new StatisticalOpinion(read, Optional.empty()).on(text, "en", Assessment.nothing()));
        assertEquals("made here", ModelFile.digest(new ByteArrayInputStream(bytes(model()))));
    }

    @Test
    void aFileOfAnotherFormIsRefused() {
        assertThrows(IOException.class, () -> ModelFile.read(new ByteArrayInputStream(new byte[64])));
    }

    @Test
    void theLongestTextsTakeNoTime() {
        List<String> long64k = List.of(
                "i want to drown myself in the lake ".repeat(1_900).substring(0, 64 * 1024),
                "a".repeat(64 * 1024),
                "a ".repeat(32 * 1024),
                "k1!l|$3lf@".repeat(6_500),
                "diiiiiiie ".repeat(6_500));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> long64k.forEach(this::on));
    }

    @Test
    void itCanBeSwitchedOff() {
        assertSame(SecondOpinion.NONE, StatisticalOpinion.of(Settings.of(Map.of("DARIRO_SECOND_OPINION", "off"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> StatisticalOpinion.of(Settings.of(Map.of("DARIRO_SECOND_OPINION", "perhaps"))));
        assertEquals("off", StatisticalOpinion.state(SecondOpinion.NONE));
        assertEquals("words", StatisticalOpinion.state(opinion));
        assertEquals(
                "words",
                StatisticalOpinion.state(StatisticalOpinion.of(Settings.of(Map.of("DARIRO_SECOND_OPINION", "words")))));
    }

    private Optional<Opinion> on(String text) {
        return opinion.on(text, "en-ZW", Assessment.nothing());
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toByteArray();
    }

    private static Model model() {
        List<TrainingText> texts = new ArrayList<>(new Frames("harmless", HARMLESS).make());
        texts.addAll(new Frames("risk", RISK).make());
        texts.add(new TrainingText(
                "voice",
                Optional.of(Category.SUICIDE),
                Optional.of(Severity.HIGH),
                "en",
                "i want to drown myself in the lake",
                true));
        texts.add(new TrainingText("voice", Optional.empty(), Optional.empty(), "en", "good night all", true));
        Map<Category, Double> alarm = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            alarm.put(category, 0.5);
        }
        return new Trainer(Map.of(), new Families(Map.of()), Optional.empty())
                .train(texts, new Thresholds(alarm, alarm, Map.of(), 0), "made here");
    }
}
