/** Kills a loaded service again and again, and looks whether anything it had promised is missing. */
@NullMarked
package org.dariro.bench.kill;

import org.jspecify.annotations.NullMarked;
