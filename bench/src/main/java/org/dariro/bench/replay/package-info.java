/** Feeds a recorded conversation through the real service with a simulated clock, and counts what it costs. */
@NullMarked
package org.dariro.bench.replay;

import org.jspecify.annotations.NullMarked;
