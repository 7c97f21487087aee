/** What every feature stands on and no domain word is in: settings, clock, database, encryption, Camel, metrics. */
@NullMarked
package org.dariro.platform;

import org.jspecify.annotations.NullMarked;
