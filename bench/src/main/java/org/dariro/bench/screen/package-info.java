/** What screening finds and overlooks in labelled texts, and how fast it is. */
@NullMarked
package org.dariro.bench.screen;

import org.jspecify.annotations.NullMarked;
