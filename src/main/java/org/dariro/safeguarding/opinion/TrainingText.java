package org.dariro.safeguarding.opinion;

import java.util.Optional;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/**
 * A text to learn from.
 *
 * @param voice the file it stands in: one writer, one register; what is held back together
 * @param category empty for a harmless text
 * @param severity empty for a harmless text
 * @param language as a tag of two or three letters
 * @param written whether written for this one by one, or one of the many that are made of frames or were gathered
 */
record TrainingText(
        String voice,
        Optional<Category> category,
        Optional<Severity> severity,
        String language,
        String text,
        boolean written) {

    boolean isHarmless() {
        return category.isEmpty();
    }
}
