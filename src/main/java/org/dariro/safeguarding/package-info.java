/** Lexicon, screening, holds, alerts, protocols, rota, escalation. */
@NullMarked
package org.dariro.safeguarding;

import org.jspecify.annotations.NullMarked;
