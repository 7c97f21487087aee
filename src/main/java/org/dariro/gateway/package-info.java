/** Which accounts and lines exist. */
@NullMarked
package org.dariro.gateway;

import org.jspecify.annotations.NullMarked;
