package org.dariro.safeguarding.opinion;

import java.util.List;

/** Tells by numbers what a text means, so that texts that say much the same lie near each other. Asked by many threads at once. */
interface Sentences {
    /** The language whose sentences it has read. */
    String LANGUAGE = "en";

    /** How many numbers a vector has. */
    int SIZE = 384;

    /**
     * The vector of a text of these words, of length 1.
     *
     * @throws RuntimeException when it cannot be told; nothing of the text is in it
     */
    float[] vector(List<String> words);
}
