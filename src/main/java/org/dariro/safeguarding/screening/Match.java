package org.dariro.safeguarding.screening;

/**
 * A term of a lexicon that was found in a text.
 *
 * @param term as the lexicon has it, not as the person wrote it
 * @param start where it begins, in characters of the text as it was written
 * @param end where it ends, exclusive
 */
public record Match(Category category, Severity severity, String term, int start, int end) {}
