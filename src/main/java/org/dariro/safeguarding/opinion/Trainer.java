package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/**
 * Fits a model to texts: multinomial and logistic regression by stochastic gradients with steps of their own for each weight
 * (Adagrad), a part of the features left out at each step, so that no single word decides; and a vote by sentences beside it. Given
 * the same texts it makes the same model, on every machine, but for the sentences, whose vectors differ a little between processors.
 */
final class Trainer {
    private static final int PASSES = 5;
    private static final float FIRST_STEP = 0.3f;
    private static final double STEP_SHRINKS = 0.8;
    private static final float LEFT_OUT = 0.3f;
    private static final int MOST_WORDS = 400;

    /** How often a text that was written for this is learnt from in a disguise, besides as it is. */
    private static final int DISGUISED = 2;

    /** So many in ten of the other English texts are learnt from in a disguise, instead of as they are. */
    private static final int OTHERS_DISGUISED = 3;

    /** So many in ten of the other English texts are enough to learn sentences from, and reading them takes a build's time. */
    private static final int OTHERS_AS_SENTENCES = 3;

    private final PlainWords reader;
    private final Map<String, List<String>> spellings;
    private final Families families;
    private final Features features;
    private final Optional<Sentences> sentences;
    private final Random random = new Random(1);
    private final float[] weights = new float[Scores.HEADS << Features.BITS];
    private final float[] squares = new float[Scores.HEADS << Features.BITS];

    /** A text's features, and whether it is a text of each head. */
    private record Lesson(FeatureVector features, int category, boolean risk) {}

    /** @param sentences what reads sentences; without it a model goes by words alone */
    Trainer(Map<String, List<String>> spellings, Families families, Optional<Sentences> sentences) {
        this.sentences = sentences;
        this.spellings = spellings;
        this.families = families;
        features = new Features(families);
        reader = new PlainWords(spellings);
    }

    /** The model of {@code texts}; a trainer makes one. */
    Model train(List<TrainingText> texts, Thresholds thresholds, String digest) {
        CompletableFuture<Optional<SentenceVote>> vote =
                CompletableFuture.supplyAsync(() -> sentences.map(reads -> vote(texts, reads)));
        List<Lesson> lessons = lessons(texts);
        Arrays.fill(squares, 1e-3f);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(lessons, random);
            float step = (float) (FIRST_STEP * StrictMath.pow(STEP_SHRINKS, pass));
            for (Lesson lesson : lessons) {
                learn(lesson, step);
            }
        }
        byte[] small = new byte[weights.length];
        return new Model(digest, small, shrink(small), spellings, families, vote.join(), thresholds, examples(texts));
    }

    private List<Lesson> lessons(List<TrainingText> texts) {
        List<Lesson> lessons = new ArrayList<>();
        for (TrainingText text : texts) {
            if (!teaches(text)) {
                continue;
            }
            Random own = new Random(text.text().hashCode());
            if (text.written()) {
                lessons.add(lesson(text, text.text()));
                for (int left = DISGUISED; left > 0; left--) {
                    lessons.add(lesson(text, disguised(text, own)));
                }
            } else {
                boolean hide = text.language().equals("en") && own.nextInt(10) < OTHERS_DISGUISED;
                lessons.add(lesson(text, hide ? disguised(text, own) : text.text()));
            }
        }
        return lessons;
    }

    /** Not mild sadness, which is neither a risk nor harmless. */
    private static boolean teaches(TrainingText text) {
        return text.severity().filter(s -> s == Severity.LOW).isEmpty()
                && !text.text().isBlank();
    }

    private SentenceVote vote(List<TrainingText> texts, Sentences reads) {
        return SentenceTrainer.train(texts.parallelStream()
                .filter(text -> teaches(text) && text.language().equals(Sentences.LANGUAGE))
                .filter(text -> text.written() || new Random(text.text().hashCode()).nextInt(10) < OTHERS_AS_SENTENCES)
                .map(text -> SentenceTrainer.Lesson.of(
                        reads.read(reader.read(text.text(), MOST_WORDS)), head(text), isRisk(text)))
                .toList());
    }

    private static int head(TrainingText text) {
        return text.category().map(Scores::of).orElse(Scores.NONE);
    }

    private static boolean isRisk(TrainingText text) {
        return text.category().filter(c -> c != Category.PERSONAL_DATA).isPresent();
    }

    private static String disguised(TrainingText text, Random own) {
        return Disguises.of(text.text(), own.nextInt(Disguises.WAYS), own);
    }

    private Lesson lesson(TrainingText text, String spelled) {
        return new Lesson(features.of(reader.read(spelled, MOST_WORDS)), head(text), isRisk(text));
    }

    private void learn(Lesson lesson, float step) {
        FeatureVector features = lesson.features();
        boolean[] left = new boolean[features.size()];
        float[] sums = new float[Scores.HEADS];
        float raised = 1 / (1 - LEFT_OUT);
        for (int i = 0; i < left.length; i++) {
            left[i] = random.nextFloat() >= LEFT_OUT;
            if (left[i]) {
                int base = features.place(i) * Scores.HEADS;
                float value = features.value(i) * raised;
                for (int head = 0; head < Scores.HEADS; head++) {
                    sums[head] += weights[base + head] * value;
                }
            }
        }
        Scores scores = Scores.of(sums);
        float[] errors = Arrays.copyOf(scores.classes(), Scores.HEADS);
        errors[lesson.category()] -= 1;
        errors[Scores.RISK] = (float) scores.risk() - (lesson.risk() ? 1 : 0);
        for (int i = 0; i < left.length; i++) {
            if (left[i]) {
                int base = features.place(i) * Scores.HEADS;
                float value = features.value(i) * raised;
                for (int head = 0; head < Scores.HEADS; head++) {
                    float slope = errors[head] * value;
                    squares[base + head] += slope * slope;
                    weights[base + head] -= step * slope / (float) StrictMath.sqrt(squares[base + head]);
                }
            }
        }
    }

    /** Rounds the weights to a byte each; gives by what each head's are to be multiplied. */
    private float[] shrink(byte[] small) {
        float[] scales = new float[Scores.HEADS];
        for (int i = 0; i < weights.length; i++) {
            scales[i % Scores.HEADS] = Math.max(scales[i % Scores.HEADS], Math.abs(weights[i]));
        }
        for (int head = 0; head < scales.length; head++) {
            scales[head] = Math.max(scales[head], 1e-6f) / Byte.MAX_VALUE;
        }
        for (int i = 0; i < weights.length; i++) {
            small[i] = (byte) Math.round(weights[i] / scales[i % Scores.HEADS]);
        }
        return scales;
    }

    private Examples examples(List<TrainingText> texts) {
        return new Examples(texts.stream()
                .filter(TrainingText::written)
                .map(t -> new Examples.Example(
                        t.category(), t.severity(), Examples.marks(reader.read(t.text(), MOST_WORDS))))
                .toList());
    }
}
