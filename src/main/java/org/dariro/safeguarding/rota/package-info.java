/** Who is on duty for a group, when, and when nobody is. */
@NullMarked
package org.dariro.safeguarding.rota;

import org.jspecify.annotations.NullMarked;
