package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Fits the networks of a {@link SentenceVote} by stochastic gradients in batches (Adam); at each step some numbers of the rows and some
 * units are left out, so that none decides alone. Given the same readings it makes the same vote.
 */
final class SentenceTrainer {
    private static final int BATCH = 32;
    private static final float FIRST_STEP = 0.002f;
    private static final float UNITS_LEFT_OUT = 0.3f;

    private static final int WHOLE_PASSES = 8;
    private static final float WHOLE_LEFT_OUT = 0.1f;
    private static final int PIECES_PASSES = 12;
    private static final float PIECES_LEFT_OUT = 0.2f;

    /** Pieces are kept in steps of this, up to 8: there are a million of them, and half a step is little beside what is left out. */
    private static final float STEP = 1 / 16f;

    /**
     * A text to learn from.
     *
     * @param mean of its pieces, as a network takes it
     * @param pieces in steps of {@link #STEP}
     * @param category the head of its category, or of none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Lesson(float[] mean, byte[][] pieces, int category, boolean risk) {

        /** @param read as {@link Sentences} gives it */
        static Lesson of(float[][] read, int category, boolean risk) {
            float[][] raised = SentenceVote.raised(read);
            byte[][] pieces = new byte[raised.length][Sentences.SIZE];
            for (int row = 0; row < pieces.length; row++) {
                for (int i = 0; i < pieces[row].length; i++) {
                    int steps = Math.round(raised[row][i] / STEP);
                    pieces[row][i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, steps));
                }
            }
            return new Lesson(SentenceVote.mean(read), pieces, category, risk);
        }

        private float[][] whole() {
            return new float[][] {mean.clone()};
        }

        private float[][] byPieces() {
            float[][] rows = new float[pieces.length][Sentences.SIZE];
            for (int row = 0; row < rows.length; row++) {
                for (int i = 0; i < rows[row].length; i++) {
                    rows[row][i] = pieces[row][i] * STEP;
                }
            }
            return rows;
        }
    }

    private final Random random = new Random(1);
    private final Network network;
    private final Network slopes;
    private final Adam hidden;
    private final Adam heads;
    private final int passes;
    private final float numbersLeftOut;

    private SentenceTrainer(int units, int passes, float numbersLeftOut) {
        this.passes = passes;
        this.numbersLeftOut = numbersLeftOut;
        network = Network.blank(units);
        slopes = Network.blank(units);
        hidden = new Adam(network.hidden(), slopes.hidden());
        heads = new Adam(network.heads(), slopes.heads());
    }

    /** The vote that {@code lessons} teach. */
    static SentenceVote train(List<Lesson> lessons) {
        CompletableFuture<Network> whole = CompletableFuture.supplyAsync(
                () -> new SentenceTrainer(SentenceVote.WHOLE_UNITS, WHOLE_PASSES, WHOLE_LEFT_OUT)
                        .fit(lessons, Lesson::whole));
        Network pieces = new SentenceTrainer(SentenceVote.PIECES_UNITS, PIECES_PASSES, PIECES_LEFT_OUT)
                .fit(lessons, Lesson::byPieces);
        return new SentenceVote(whole.join(), pieces);
    }

    private Network fit(List<Lesson> lessons, Function<Lesson, float[][]> rows) {
        scatter();
        List<Lesson> left = new ArrayList<>(lessons);
        int steps = passes * left.size() / BATCH + 1;
        int seen = 0;
        for (int pass = 0; pass < passes; pass++) {
            Collections.shuffle(left, random);
            for (Lesson lesson : left) {
                learn(lesson, rows.apply(lesson));
                if (++seen % BATCH == 0) {
                    float length = FIRST_STEP * (1 - (float) seen / BATCH / steps);
                    hidden.step(length, BATCH);
                    heads.step(length, BATCH);
                }
            }
        }
        return network;
    }

    /** Small weights to begin with, and no bias. */
    private void scatter() {
        float[][] into = network.hidden();
        for (int unit = 0; unit < into[0].length; unit++) {
            for (int i = 0; i < into.length - 1; i++) {
                into[i][unit] = (float) (random.nextGaussian() / Math.sqrt(into.length - 1));
            }
        }
        for (float[] row : network.heads()) {
            for (int unit = 0; unit < row.length - 1; unit++) {
                row[unit] = (float) (random.nextGaussian() / Math.sqrt(row.length - 1));
            }
        }
    }

    private void learn(Lesson lesson, float[][] rows) {
        leaveOutNumbers(rows);
        Network.Answer answer = network.answer(rows);
        float[] units = answer.units();
        leaveOut(units, UNITS_LEFT_OUT);
        Scores scores = Scores.of(network.sums(units));
        float[] errors = Arrays.copyOf(scores.classes(), Scores.HEADS);
        errors[lesson.category()] -= 1;
        errors[Scores.RISK] = (float) scores.risk() - (lesson.risk() ? 1 : 0);
        for (int head = 0; head < errors.length; head++) {
            float[] slope = slopes.heads()[head];
            for (int unit = 0; unit < units.length; unit++) {
                slope[unit] += errors[head] * units[unit];
            }
            slope[units.length] += errors[head];
        }
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit] > 0) {
                blame(unit, blamed(unit, errors), rows[answer.rows()[unit]]);
            }
        }
    }

    /** The same numbers of all rows. */
    private void leaveOutNumbers(float[][] rows) {
        float[] kept = new float[Sentences.SIZE];
        Arrays.fill(kept, 1);
        leaveOut(kept, numbersLeftOut);
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= kept[i];
            }
        }
    }

    /** Some are set to nothing, the others raised by as much. */
    private void leaveOut(float[] numbers, float share) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat() < share ? 0 : numbers[i] / (1 - share);
        }
    }

    private float blamed(int unit, float[] errors) {
        float sum = 0;
        for (int head = 0; head < errors.length; head++) {
            sum += errors[head] * network.heads()[head][unit];
        }
        return sum / (1 - UNITS_LEFT_OUT);
    }

    private void blame(int unit, float error, float[] row) {
        for (int i = 0; i < row.length; i++) {
            slopes.hidden()[i][unit] += error * row[i];
        }
        slopes.hidden()[row.length][unit] += error;
    }
}
