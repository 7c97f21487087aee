package org.dariro.safeguarding.opinion;

import java.util.List;

/** Tells by numbers what a text means, so that texts that say much the same lie near each other. Asked by many threads at once. */
interface Sentences {
    /** The language whose sentences it has read. */
    String LANGUAGE = "en";

    /** How many numbers it gives for a piece; a multiple of four, as {@link Network} takes four at a time. */
    int SIZE = 384;

    /**
     * What a text of these words means, piece by piece: for each word or part of a word, and for beginning and end, {@link #SIZE} numbers,
     * which tell what it means among the others. One piece at least.
     *
     * @throws RuntimeException when it cannot be told; nothing of the text is in it
     */
    float[][] read(List<String> words);
}
