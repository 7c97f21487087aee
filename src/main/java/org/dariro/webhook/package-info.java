/** Tells other systems, by signed calls over HTTPS, of what happens: ids, severities and times, never a text or a number. */
@NullMarked
package org.dariro.webhook;

import org.jspecify.annotations.NullMarked;
