/** The whole: its parts wired together, by the container or by hand, and started. */
@NullMarked
package org.dariro;

import org.jspecify.annotations.NullMarked;
