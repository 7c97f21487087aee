/** Calls people until one of them has an alert. */
@NullMarked
package org.dariro.safeguarding.escalation;

import org.jspecify.annotations.NullMarked;
