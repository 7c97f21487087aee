package org.dariro.safeguarding.opinion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the second opinion learns about what {@link Sentences} read: two networks, whose sums count alike.
 *
 * @param whole goes by the mean of a text's pieces, by what it is about as a whole
 * @param pieces goes by the pieces one by one, so that a few telling words among many others are heard
 */
record SentenceVote(Network whole, Network pieces) {
    static final int WHOLE_UNITS = 32;
    static final int PIECES_UNITS = 64;

    /** How long the vectors are made that networks take: of a length of 1 their numbers would be small. */
    private static final float LENGTH = 10;

    /** About the middle length of pieces, as they are read; longer ones stay longer. */
    private static final float READ_LENGTH = 8.2f;

    /** The sums of the heads for a text read so. */
    float[] sums(float[][] read) {
        float[] sums = whole.sums(whole.answer(new float[][] {mean(read)}).units());
        float[] more = pieces.sums(pieces.answer(raised(read)).units());
        for (int head = 0; head < sums.length; head++) {
            sums[head] = (sums[head] + more[head]) / 2;
        }
        return sums;
    }

    /**
     * The mean of what was read, as long as a network takes it.
     *
     * @throws IllegalStateException when it is nothing or no number
     */
    static float[] mean(float[][] read) {
        float[] mean = new float[Sentences.SIZE];
        for (float[] piece : read) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += piece[i];
            }
        }
        double square = 0;
        for (float number : mean) {
            square += (double) number * number;
        }
        if (!(square > 0) || Double.isInfinite(square)) {
            throw new IllegalStateException("The sentence model gave no numbers.");
        }
        scale(mean, (float) (LENGTH / Math.sqrt(square)));
        return mean;
    }

    /** The pieces, as a network takes them. */
    static float[][] raised(float[][] read) {
        float[][] raised = new float[read.length][];
        for (int piece = 0; piece < read.length; piece++) {
            raised[piece] = read[piece].clone();
            scale(raised[piece], LENGTH / READ_LENGTH);
        }
        return raised;
    }

    private static void scale(float[] numbers, float by) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= by;
        }
    }

    void write(DataOutputStream data) throws IOException {
        whole.write(data);
        pieces.write(data);
    }

    /** Reads what {@link #write} wrote. */
    static SentenceVote read(DataInputStream data) throws IOException {
        return new SentenceVote(Network.read(data, WHOLE_UNITS), Network.read(data, PIECES_UNITS));
    }
}
