/** What a text says of risk: lexicons, matching, masking, and a second opinion; no word of groups, alerts or people. */
@NullMarked
package org.dariro.safeguarding.screening;

import org.jspecify.annotations.NullMarked;
