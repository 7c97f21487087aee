package org.dariro.safeguarding.screening;

import java.util.Optional;

/**
 * Reads a text by other means than lexicons. What it says may make a text graver than the lexicons found it, never milder;
 * a fault in it changes nothing. Asked by many threads at once.
 */
public interface SecondOpinion {
    /** Has none; for when the second opinion is switched off. */
    SecondOpinion NONE = (text, language, found) -> Optional.empty();

    /**
     * What it takes {@code text} for; empty when it sees no risk.
     *
     * @param language the sender's, as a language tag, {@code sn}; people mix languages
     * @param found what the lexicons found
     */
    Optional<Opinion> on(String text, String language, Assessment found);
}
