package org.dariro.safeguarding.opinion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A network with one hidden layer over rows of numbers, as many rows as there are: each of its units is as strong as the row that it
 * answers to most makes it.
 *
 * @param hidden for each number of a row its weight in each unit, and last the units' biases
 * @param heads for each of {@link Scores#HEADS} a weight for each unit, and last the head's bias
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Network(float[][] hidden, float[][] heads) {

    /**
     * What rows make of the units.
     *
     * @param units how strong each is, at least zero
     * @param rows for each unit, the row that made it so
     */
    record Answer(float[] units, int[] rows) {}

    /** One that has learnt nothing and says nothing. */
    static Network blank(int units) {
        return new Network(new float[Sentences.SIZE + 1][units], new float[Scores.HEADS][units + 1]);
    }

    /** What it makes of {@code rows} of {@link Sentences#SIZE} numbers, one row at least. */
    Answer answer(float[][] rows) {
        float[] most = new float[hidden[0].length];
        int[] by = new int[most.length];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        float[] sums = new float[most.length];
        for (int row = 0; row < rows.length; row++) {
            sum(rows[row], sums);
            for (int unit = 0; unit < most.length; unit++) {
                if (sums[unit] > most[unit]) {
                    most[unit] = sums[unit];
                    by[unit] = row;
                }
            }
        }
        for (int unit = 0; unit < most.length; unit++) {
            most[unit] = Math.max(0, most[unit]);
        }
        return new Answer(most, by);
    }

    /** Number by number and not unit by unit, and four at a time: so the machine reckons many units at once and seldom fetches sums. */
    private void sum(float[] row, float[] sums) {
        System.arraycopy(hidden[row.length], 0, sums, 0, sums.length);
        for (int i = 0; i < row.length; i += 4) {
            add(
                    row[i],
                    hidden[i],
                    row[i + 1],
                    hidden[i + 1],
                    row[i + 2],
                    hidden[i + 2],
                    row[i + 3],
                    hidden[i + 3],
                    sums);
        }
    }

    private static void add(
            float a, float[] byA, float b, float[] byB, float c, float[] byC, float d, float[] byD, float[] sums) {
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] += a * byA[unit] + b * byB[unit] + c * byC[unit] + d * byD[unit];
        }
    }

    /** The sums of the heads for units as strong as these. */
    float[] sums(float[] units) {
        float[] sums = new float[Scores.HEADS];
        for (int head = 0; head < sums.length; head++) {
            float sum = heads[head][units.length];
            for (int unit = 0; unit < units.length; unit++) {
                sum += heads[head][unit] * units[unit];
            }
            sums[head] = sum;
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

    /** Reads what {@link #write} wrote of a network of so many units. */
    static Network read(DataInputStream data, int units) throws IOException {
        Network network = blank(units);
        for (float[][] rows : new float[][][] {network.hidden, network.heads}) {
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = data.readFloat();
                }
            }
        }
        return network;
    }
}
