package org.dariro.safeguarding.opinion;

import java.util.Arrays;

/** Weights by hashed feature; sparse. Not shared between threads while it is filled. */
public final class FeatureVector {
    private int[] places = new int[128];
    private float[] values = new float[128];
    private int size;

    /** How many features it has. */
    public int size() {
        return size;
    }

    /** The place of feature {@code i} in the model. */
    public int place(int i) {
        return places[i];
    }

    /** The weight of feature {@code i}. */
    public float value(int i) {
        return values[i];
    }

    void add(int place, float value) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        places[size] = place;
        values[size++] = value;
    }

    /**
     * Joins equal features from {@code from} on, each repetition counting less, and scales them by {@code weight}, so that many
     * features say more than few, but not as much more as they are: a short text says less.
     */
    void normalise(int from, float weight) {
        long[] sorted = new long[size - from];
        for (int i = from; i < size; i++) {
            sorted[i - from] = ((long) places[i] << 32) | Float.floatToIntBits(values[i]);
        }
        Arrays.sort(sorted);
        int end = from;
        double squares = FEW;
        for (int i = 0; i < sorted.length; ) {
            int place = (int) (sorted[i] >>> 32);
            int next = i;
            while (next < sorted.length && (int) (sorted[next] >>> 32) == place) {
                next++;
            }
            float greatest = Float.intBitsToFloat((int) sorted[next - 1]);
            float value = (float) (greatest * (1 + StrictMath.log(next - i)));
            places[end] = place;
            values[end++] = value;
            squares += (double) value * value;
            i = next;
        }
        size = end;
        float scale = (float) (weight / (2 * StrictMath.pow(squares, LENGTH_COUNTS)));
        for (int i = from; i < size; i++) {
            values[i] *= scale;
        }
    }

    private static final double FEW = 20;

    /** With a half, all texts would weigh the same; with nothing, each word would. */
    private static final double LENGTH_COUNTS = 0.35;
}
