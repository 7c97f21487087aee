package org.dariro.safeguarding.opinion;

/** Steps of their own for each weight, by the mean and the spread of its slopes (Kingma and Ba, 2015). */
final class Adam {
    private static final float MEAN_KEEPS = 0.9f;
    private static final float SPREAD_KEEPS = 0.999f;
    private static final float SHRINKS = 1e-5f;

    private final float[][] weights;
    private final float[][] slopes;
    private final float[][] means;
    private final float[][] spreads;
    private int steps;

    /** @param slopes of the weights, summed over a batch; each step empties them */
    Adam(float[][] weights, float[][] slopes) {
        this.weights = weights;
        this.slopes = slopes;
        means = new float[weights.length][weights[0].length];
        spreads = new float[weights.length][weights[0].length];
    }

    /** Goes {@code length} down the slopes of a batch of {@code batch} texts. */
    void step(float length, int batch) {
        steps++;
        float mean = 1 - (float) StrictMath.pow(MEAN_KEEPS, steps);
        float spread = 1 - (float) StrictMath.pow(SPREAD_KEEPS, steps);
        for (int row = 0; row < weights.length; row++) {
            for (int i = 0; i < weights[row].length; i++) {
                float down = slopes[row][i] / batch + SHRINKS * weights[row][i];
                means[row][i] = MEAN_KEEPS * means[row][i] + (1 - MEAN_KEEPS) * down;
                spreads[row][i] = SPREAD_KEEPS * spreads[row][i] + (1 - SPREAD_KEEPS) * down * down;
                weights[row][i] -=
                        length * (means[row][i] / mean) / ((float) Math.sqrt(spreads[row][i] / spread) + 1e-7f);
                slopes[row][i] = 0;
            }
        }
    }
}
