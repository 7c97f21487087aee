package org.dariro.safeguarding.lexicon;

import java.util.Optional;
import org.dariro.safeguarding.screening.Screening;

/**
 * Lexicons made ready from their files, or what is wrong with them.
 *
 * @param screening empty when they cannot be used
 * @param fault a sentence with file and line; empty when there is none
 */
record Ready(Optional<Screening> screening, String fault) {}
