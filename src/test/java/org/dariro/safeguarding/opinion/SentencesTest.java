package org.dariro.safeguarding.opinion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the meaning of sentences adds to words, with a small model that is made here. */
class SentencesTest {
    private static final List<String> HARMLESS = List.of(
            "texts: 600",
            "$who = i | we | my mum | my brother | the children",
            "$do = go to the shop | cook rice | see the doctor | watch the match | sleep early | call the school | wash the car | buy bread",
            "$when = today | tonight | tomorrow | after work | at five",
            "$who (will | want to | wants to | can | cannot) $do $when",
            "good (morning | night) (all | friends | everybody)",
            "$who (had | made) (lunch | tea | a cake) $when");
    private static final List<String> RISK = List.of(
            "texts: 600",
            "@high abuse",
            "(my husband | he | her father | my uncle) (beats | hits | slaps | kicks | chokes) (me | her | us) [(every night | when he is drunk | again)]");

    /** Says the same; what tells it is in no training text. */
    private static final String UNHEARD = "my boyfriend punches me";

    private static Optional<Sentences> sentences = Optional.empty();

    private static Model taught;

    @BeforeAll
    static void teach() {
        sentences = SentenceModel.load();
        Assumptions.assumeTrue(sentences.isPresent(), "this machine cannot read sentences");
        List<TrainingText> texts = new ArrayList<>(new Frames("harmless", HARMLESS).make());
        texts.addAll(new Frames("risk", RISK).make());
        taught = new Trainer(Map.of(), new Families(Map.of()), sentences)
                .train(texts, new Thresholds(alarms(0.5), alarms(0.5), Map.of(), 0), "made here");
    }

    private static double nearness(String one, String other) {
        float[] a = vector(one);
        float[] b = vector(other);
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum() / 100;
    }

    private static float[] vector(String text) {
        return SentenceVote.mean(read(text));
    }

    private static float[][] read(String text) {
        return sentences.orElseThrow().read(List.of(text.split(" ")));
    }

    @Test
    void sentencesThatSayMuchTheSameAreNear() {
        String wish = "i do not want to wake up any more";

        assertTrue(nearness(wish, "i hope that i die in my sleep") > nearness(wish, "i hope that you slept well"));
        assertTrue(nearness(wish, "i hope that i die in my sleep") > nearness(wish, "the bus comes at five"));
        assertEquals(1, nearness(wish, wish), 1e-4);
    }

    @Test
    void aTextOfNoWordsAndAVeryLongOneHaveAVectorToo() {
        for (float[][] read : List.of(sentences.orElseThrow().read(List.of()), read("pain ".repeat(5_000)))) {
            assertTrue(read.length > 0);
            assertTrue(Arrays.stream(read).allMatch(piece -> piece.length == Sentences.SIZE));
        }
    }

    @Test
    void manyThreadsGetWhatOneGets() {
        List<String> texts = List.of("good night all", "he hits me", "where is the clinic", "i cannot go on");
        List<float[]> alone = texts.stream().map(SentencesTest::vector).toList();

        IntStream.range(0, 200).parallel().forEach(i -> assertArrayEquals(alone.get(i % 4), vector(texts.get(i % 4))));
    }

    @Test
    void theyHearARiskInWordsThatNobodyHasTaught() {
        StatisticalOpinion both = new StatisticalOpinion(model(0.5), sentences);
        StatisticalOpinion words = new StatisticalOpinion(model(0.5), Optional.empty());

        assertTrue(score(both, UNHEARD, "en") > score(words, UNHEARD, "en") + 0.3);
        assertEquals(Category.ABUSE, both.scores(UNHEARD, "en").orElseThrow().category());
        assertTrue(score(both, "my brother will buy bread after work", "en") < 0);
    }

    @Test
    void whatWordsTakeForPlainlyHarmlessStaysSo() {
        StatisticalOpinion both = new StatisticalOpinion(model(0.5), sentences);
        StatisticalOpinion words = new StatisticalOpinion(model(0.5), Optional.empty());
        String harmless = "we want to cook rice today";

        assertTrue(score(words, harmless, "en") < -1);
        assertEquals(score(words, harmless, "en"), score(both, harmless, "en"));
    }

    @Test
    void theyHaveNoVoteOnOtherLanguages() {
        StatisticalOpinion both = new StatisticalOpinion(model(0.5), sentences);
        StatisticalOpinion words = new StatisticalOpinion(model(0.5), Optional.empty());

        assertEquals(score(words, UNHEARD, "sn"), score(both, UNHEARD, "sn"));
    }

    @Test
    void theirThresholdsAreTheirOwn() {
        String risk = "he hits me again";

        assertTrue(on(new StatisticalOpinion(model(0.5), sentences), risk));
        assertFalse(on(new StatisticalOpinion(model(99), sentences), risk));
        assertTrue(on(new StatisticalOpinion(model(99), Optional.empty()), risk));
    }

    @Test
    void healthTellsWhetherTheyAreRead() {
        assertEquals("on", StatisticalOpinion.state(new StatisticalOpinion(model(0.5), sentences)));
        assertEquals("words", StatisticalOpinion.state(new StatisticalOpinion(model(0.5), Optional.empty())));
        assertEquals("off", StatisticalOpinion.state(SecondOpinion.NONE));
    }

    @Test
    void whatTheyTaughtSurvivesTheFile() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(model(0.5), file);
        Model read = ModelFile.read(new ByteArrayInputStream(file.toByteArray()));

        assertEquals(
                score(new StatisticalOpinion(model(0.5), sentences), UNHEARD, "en"),
                score(new StatisticalOpinion(read, sentences), UNHEARD, "en"));
    }

    @Test
    void aLongTextOfDoubtsAsksThemOnlySoOften() {
        AtomicInteger asked = new AtomicInteger();
        StatisticalOpinion both = new StatisticalOpinion(model(0.5), Optional.of(words -> {
            asked.incrementAndGet();
            return new float[][] {filled()};
        }));

        on(both, "he hits me and slaps her when he is drunk ".repeat(1_500));
        assertEquals(StatisticalOpinion.MOST_VOTES, asked.get());
    }

    @Test
    void harmlessPiecesUseUpNoVote() {
        AtomicInteger asked = new AtomicInteger();
        StatisticalOpinion both = new StatisticalOpinion(model(0.5), Optional.of(words -> {
            asked.incrementAndGet();
            return sentences.orElseThrow().read(words);
        }));

        String story = "we want to cook rice today and my brother will buy bread after work ".repeat(60);
        assertTrue(
                on(
                        both,
                        story
                                + "he hits me again and her father beats her every night and my uncle slaps us when he is drunk"));
        assertTrue(asked.get() > 0 && asked.get() < 6, asked::toString);
    }

    @Test
    void whenTheyFailWordsDecideAndHealthTells() {
        StatisticalOpinion words = new StatisticalOpinion(model(99), Optional.empty());
        for (Sentences faulty : List.<Sentences>of(
                text -> {
                    throw new IllegalStateException("no memory");
                },
                text -> {
                    throw new UnsatisfiedLinkError("no code");
                })) {
            StatisticalOpinion both = new StatisticalOpinion(model(99), Optional.of(faulty));

            assertEquals("on", StatisticalOpinion.state(both));
            assertEquals(
                    words.on("he hits me again", "en", Assessment.nothing()),
                    both.on("he hits me again", "en", Assessment.nothing()));
            assertEquals("words", StatisticalOpinion.state(both));
            assertTrue(on(both, "he hits me again"));
        }
    }

    @Test
    void aModelThatTaughtNoSentencesAsksNone() {
        Model without = new Trainer(Map.of(), new Families(Map.of()), Optional.empty())
                .train(
                        new Frames("risk", RISK).make(),
                        new Thresholds(alarms(0.5), alarms(0.5), Map.of(), 0),
                        "made here");

        assertEquals("words", StatisticalOpinion.state(new StatisticalOpinion(without, sentences)));
    }

    private static float[] filled() {
        float[] numbers = new float[Sentences.SIZE];
        Arrays.fill(numbers, 1);
        return numbers;
    }

    private static double score(StatisticalOpinion opinion, String text, String language) {
        return opinion.scores(text, language).orElseThrow().alarm();
    }

    private static boolean on(StatisticalOpinion opinion, String text) {
        return opinion.on(text, "en", Assessment.nothing()).isPresent();
    }

    /** @param voted from which score on a text alarms where sentences have a vote */
    private static Model model(double voted) {
        return new Model(
                "made here",
                taught.weights(),
                taught.scales(),
                taught.spellings(),
                taught.families(),
                taught.sentences(),
                new Thresholds(alarms(0.5), alarms(voted), Map.of(), 0),
                taught.examples());
    }

    private static Map<Category, Double> alarms(double score) {
        Map<Category, Double> alarms = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            alarms.put(category, score);
        }
        return alarms;
    }
}
