package org.dariro.safeguarding.opinion;

import org.dariro.safeguarding.screening.Category;

/**
 * What the model gives a text: for each class how likely it is, and by a second reckoning of its own how likely the text is a
 * risk at all.
 *
 * @param classes from 0 to 1, summing to 1: first "no risk", then the categories in their order
 * @param risk from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Scores(float[] classes, double risk) {
    /** How many heads a model has: no risk, each category, any risk. */
    static final int HEADS = Category.values().length + 2;

    /** The head that says "no risk". */
    static final int NONE = 0;

    /** The head that says that there is some risk. */
    static final int RISK = Category.values().length + 1;

    /** The class of a category. */
    @SuppressWarnings("EnumOrdinal") // of a file that every build makes anew
    static int of(Category category) {
        return category.ordinal() + 1;
    }

    /** From the sums of the heads. */
    static Scores of(float[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < RISK; c++) {
            most = Math.max(most, sums[c]);
        }
        double whole = 0;
        float[] classes = new float[RISK];
        for (int c = 0; c < RISK; c++) {
            classes[c] = (float) StrictMath.exp(sums[c] - most);
            whole += classes[c];
        }
        for (int c = 0; c < RISK; c++) {
            classes[c] /= (float) whole;
        }
        return new Scores(classes, logistic(sums[RISK]));
    }

    /** How strongly both reckonings speak for an alarm, in log odds. Personal data is the masking's matter, not an alarm here. */
    double alarm() {
        double byClass = 1 - classes[NONE] - classes[of(Category.PERSONAL_DATA)];
        return (logOdds(byClass) + logOdds(risk)) / 2;
    }

    /** The likeliest category apart from personal data. */
    Category category() {
        Category likeliest = Category.SUICIDE;
        for (Category category : Category.values()) {
            if (category != Category.PERSONAL_DATA && classes[of(category)] > classes[of(likeliest)]) {
                likeliest = category;
            }
        }
        return likeliest;
    }

    static double logistic(double sum) {
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private static double logOdds(double probability) {
        double bounded = Math.min(1 - 1e-7, Math.max(1e-7, probability));
        return StrictMath.log(bounded / (1 - bounded));
    }
}
