/** Holds the segment counter against counts that were made elsewhere. */
@NullMarked
package org.dariro.bench.segments;

import org.jspecify.annotations.NullMarked;
