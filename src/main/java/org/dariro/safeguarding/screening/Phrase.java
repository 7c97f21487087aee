package org.dariro.safeguarding.screening;

import java.util.Optional;

/**
 * One phrase of a lexicon, written out: no alternatives or optional words are left in it.
 *
 * @param severity empty for an exception, which cancels what it overlaps
 */
public record Phrase(Category category, Optional<Severity> severity, String words) {}
