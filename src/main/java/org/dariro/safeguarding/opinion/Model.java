package org.dariro.safeguarding.opinion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A linear model: for each feature and head a small weight; and what was learnt about sentences. Made once, then only read: any
 * number of threads may ask it.
 *
 * @param digest of everything it was made from, so that a build knows whether it is up to date
 * @param weights {@link Scores#HEADS} for each place of a feature
 * @param scales by which the weights of each head are multiplied
 * @param spellings folded spellings with the words they stand for
 * @param families which words say much the same
 * @param sentences what was learnt about English texts as they are read piece by piece; empty when the build could not read sentences
 * @param thresholds above which score there is an alarm
 * @param examples the training texts that people wrote, for showing what a text is near to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Model(
        String digest,
        byte[] weights,
        float[] scales,
        Map<String, List<String>> spellings,
        Families families,
        Optional<SentenceVote> sentences,
        Thresholds thresholds,
        Examples examples) {

    /** The scores of a text of these words. */
    Scores scores(List<String> words) {
        return Scores.of(sums(words));
    }

    /** The sums of the heads for a text of these words. */
    float[] sums(List<String> words) {
        FeatureVector features = new Features(families).of(words);
        float[] sums = new float[Scores.HEADS];
        for (int i = 0; i < features.size(); i++) {
            int base = features.place(i) * Scores.HEADS;
            float value = features.value(i);
            for (int head = 0; head < Scores.HEADS; head++) {
                sums[head] += weights[base + head] * value;
            }
        }
        for (int head = 0; head < Scores.HEADS; head++) {
            sums[head] *= scales[head];
        }
        return sums;
    }

    /** The words of a text, at most {@code most} of them. */
    List<String> words(String text, int most) {
        return new PlainWords(spellings).read(text, most);
    }
}
