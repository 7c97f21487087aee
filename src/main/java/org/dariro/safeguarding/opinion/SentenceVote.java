package org.dariro.safeguarding.opinion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the second opinion learns about the vectors of a {@link Sentences}: a network with one hidden layer.
 *
 * @param hidden for each of {@link #UNITS}, a weight for each number of a vector, and last the unit's bias
 * @param heads for each of {@link Scores#HEADS}, a weight for each unit, and last the head's bias
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SentenceVote(float[][] hidden, float[][] heads) {
    static final int UNITS = 32;

    /** The numbers of a vector are small, as its length is 1. */
    private static final float RAISED = 10;

    /** One that has learnt nothing and says nothing. */
    static SentenceVote blank() {
        return new SentenceVote(new float[UNITS][Sentences.SIZE + 1], new float[Scores.HEADS][UNITS + 1]);
    }

    /** A vector as the network takes it. */
    static float[] raised(float[] vector) {
        float[] raised = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            raised[i] = vector[i] * RAISED;
        }
        return raised;
    }

    /** The sums of the heads for a text with this vector, as a {@link Sentences} makes it. */
    float[] sums(float[] vector) {
        return layer(heads, units(raised(vector)));
    }

    /** How strong each unit is, at least zero. */
    float[] units(float[] raised) {
        float[] units = layer(hidden, raised);
        for (int unit = 0; unit < UNITS; unit++) {
            units[unit] = Math.max(0, units[unit]);
        }
        return units;
    }

    /** What each row of weights makes of numbers. */
    static float[] layer(float[][] rows, float[] numbers) {
        float[] sums = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            float sum = rows[row][numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                sum += rows[row][i] * numbers[i];
            }
            sums[row] = sum;
        }
        return sums;
    }

    void write(DataOutputStream data) throws IOException {
        for (float[][] rows : new float[][][] {hidden, heads}) {
            for (float[] row : rows) {
                for (float weight : row) {
                    data.writeFloat(weight);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static SentenceVote read(DataInputStream data) throws IOException {
        SentenceVote vote = blank();
        for (float[][] rows : new float[][][] {vote.hidden, vote.heads}) {
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = data.readFloat();
                }
            }
        }
        return vote;
    }
}
