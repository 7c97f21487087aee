package org.dariro.safeguarding.opinion;

import java.util.Map;
import org.dariro.safeguarding.screening.Category;

/**
 * From which score on a text alarms, in log odds.
 *
 * @param alarm for each category, where words alone are scored; every one but personal data, of which there are no alarms here
 * @param voted the same where sentences have a vote
 * @param more what is added to it for writers of a language, as a tag
 * @param high so far above it a risk to life or limb is rated high, below that medium
 */
record Thresholds(Map<Category, Double> alarm, Map<Category, Double> voted, Map<String, Double> more, double high) {
    Thresholds {
        alarm = Map.copyOf(alarm);
        voted = Map.copyOf(voted);
        more = Map.copyOf(more);
    }

    /**
     * For a text of {@code category} by a writer of {@code language}, as a tag without a region.
     *
     * @param vote whether sentences have one on texts of this language
     */
    double alarm(Category category, String language, boolean vote) {
        return (vote ? voted : alarm).getOrDefault(category, Double.POSITIVE_INFINITY)
                + more.getOrDefault(language, 0.0);
    }
}
