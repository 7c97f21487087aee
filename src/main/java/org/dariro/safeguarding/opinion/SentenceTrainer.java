package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a {@link SentenceVote} by stochastic gradients in batches (Adam); at each step some numbers of the vectors and some units are left
 * out, so that none decides alone. Given the same vectors it makes the same vote.
 */
final class SentenceTrainer {
    private static final int PASSES = 8;
    private static final int BATCH = 32;
    private static final float FIRST_STEP = 0.002f;
    private static final float NUMBERS_LEFT_OUT = 0.1f;
    private static final float UNITS_LEFT_OUT = 0.3f;

    /**
     * A text to learn from.
     *
     * @param vector of it, by {@link Sentences}
     * @param category the head of its category, or of none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Lesson(float[] vector, int category, boolean risk) {}

    private final Random random = new Random(1);
    private final SentenceVote vote = SentenceVote.blank();
    private final SentenceVote slopes = SentenceVote.blank();
    private final Adam hidden = new Adam(vote.hidden(), slopes.hidden());
    private final Adam heads = new Adam(vote.heads(), slopes.heads());

    /** The vote that {@code lessons} teach; a trainer makes one. */
    SentenceVote train(List<Lesson> lessons) {
        scatter(vote.hidden());
        scatter(vote.heads());
        List<Lesson> left = new ArrayList<>(lessons);
        int steps = PASSES * left.size() / BATCH + 1;
        int seen = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(left, random);
            for (Lesson lesson : left) {
                learn(lesson);
                if (++seen % BATCH == 0) {
                    float length = FIRST_STEP * (1 - (float) seen / BATCH / steps);
                    hidden.step(length, BATCH);
                    heads.step(length, BATCH);
                }
            }
        }
        return vote;
    }

    /** Small weights to begin with, and no bias. */
    private void scatter(float[][] rows) {
        for (float[] row : rows) {
            for (int i = 0; i < row.length - 1; i++) {
                row[i] = (float) (random.nextGaussian() / Math.sqrt(row.length - 1));
            }
        }
    }

    private void learn(Lesson lesson) {
        float[] numbers = without(SentenceVote.raised(lesson.vector()), NUMBERS_LEFT_OUT);
        float[] units = without(vote.units(numbers), UNITS_LEFT_OUT);
        Scores scores = Scores.of(SentenceVote.layer(vote.heads(), units));
        float[] errors = Arrays.copyOf(scores.classes(), Scores.HEADS);
        errors[lesson.category()] -= 1;
        errors[Scores.RISK] = (float) scores.risk() - (lesson.risk() ? 1 : 0);
        for (int head = 0; head < errors.length; head++) {
            blame(slopes.heads()[head], errors[head], units);
        }
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit] > 0) {
                blame(slopes.hidden()[unit], blamed(unit, errors), numbers);
            }
        }
    }

    /** Some set to nothing, the others raised by as much. */
    private float[] without(float[] numbers, float share) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat() < share ? 0 : numbers[i] / (1 - share);
        }
        return numbers;
    }

    private float blamed(int unit, float[] errors) {
        float sum = 0;
        for (int head = 0; head < errors.length; head++) {
            sum += errors[head] * vote.heads()[head][unit];
        }
        return sum / (1 - UNITS_LEFT_OUT);
    }

    private static void blame(float[] slopes, float error, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            slopes[i] += error * numbers[i];
        }
        slopes[numbers.length] += error;
    }
}
