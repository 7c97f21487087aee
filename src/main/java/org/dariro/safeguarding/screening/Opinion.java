package org.dariro.safeguarding.screening;

/**
 * What a {@link SecondOpinion} takes a text for.
 *
 * @param severity how grave it takes it to be
 * @param confidence how sure it is, from 0 to 1; for people to read, nothing is decided by it here
 * @param explanation why, in plain words for a mentor: the words that weighed most, or the nearest examples
 */
public record Opinion(Category category, Severity severity, double confidence, String explanation) {}
