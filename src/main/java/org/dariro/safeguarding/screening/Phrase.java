package org.dariro.safeguarding.screening;

import java.util.Optional;

/**
 * One line of a lexicon: a term that tells of a risk, or an exception.
 *
 * @param severity empty for an exception, which cancels what lies within it
 * @param words as the line has them; {@link LexiconParser} tells how they are written
 * @param place the file and line: {@code en/suicide.txt:14}
 */
public record Phrase(Category category, Optional<Severity> severity, String words, String place) {}
