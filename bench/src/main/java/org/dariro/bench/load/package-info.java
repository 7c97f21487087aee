/** Drives a running service over HTTP, as its carrier does, and watches what comes back to that carrier. */
@NullMarked
package org.dariro.bench.load;

import org.jspecify.annotations.NullMarked;
