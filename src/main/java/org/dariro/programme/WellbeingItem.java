package org.dariro.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A question about how somebody is. It is answered by one digit, of which a low one is always the worse. The words stand in the
 * templates, under {@code wellbeing-} and the label.
 */
public enum WellbeingItem {
    /** How the week was. */
    GENERAL,
    /** Whether others were there for them. */
    SUPPORTED,
    /** Whether they felt alone. */
    ISOLATION,
    /** Whether they took what they are to take. */
    MEDICINE;

    /** The worst answer. */
    public static final int LOWEST = 1;

    /** The best answer. */
    public static final int HIGHEST = 5;

    /** An answer up to this one is low. */
    public static final int LOW = 2;

    /** As the tables, the API and exports have it: {@code general}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The item with a label. */
    public static Optional<WellbeingItem> of(String label) {
        return Arrays.stream(values())
                .filter(item -> item.label().equals(label))
                .findFirst();
    }
}
