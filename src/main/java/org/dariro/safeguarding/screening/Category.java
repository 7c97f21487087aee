package org.dariro.safeguarding.screening;

import java.util.Locale;
import java.util.Optional;

/** What a risk is about; each has its terms in a lexicon and its protocol. */
public enum Category {
    /** Thoughts, plans or acts of ending one's life. */
    SUICIDE,
    /** Hurting oneself without the aim to die. */
    SELF_HARM,
    /** Too much of a medicine or a poison. */
    OVERDOSE,
    /** Seeing no way on, being a burden. */
    HOPELESSNESS,
    /** Being beaten, forced, exploited or neglected, also sexually. */
    ABUSE,
    /** Threats to or plans against others. */
    VIOLENCE,
    /** Treatment stopped, skipped, shared or refused. */
    MEDICATION,
    /** Insults, exclusion, hate. */
    BULLYING,
    /** What tells others who or where somebody is. */
    PERSONAL_DATA;

    /** As it is written in lexicons and protocols: {@code self-harm}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category with this label; empty when there is none. */
    public static Optional<Category> labelled(String label) {
        for (Category category : values()) {
            if (category.label().equals(label)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
