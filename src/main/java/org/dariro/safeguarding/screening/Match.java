package org.dariro.safeguarding.screening;

/**
 * A term of a lexicon that was found in a text.
 *
 * @param term the words as they were read, {@code want to die} where somebody wrote {@code w4nt 2 d1e}; dots for words
 *     that were passed over
 * @param start where it begins, in characters of the text as it was written
 * @param end where it ends, exclusive
 * @param place the line of the lexicon that it fits: {@code en/suicide.txt:14}; empty for what no lexicon holds
 */
public record Match(Category category, Severity severity, String term, int start, int end, String place) {}
