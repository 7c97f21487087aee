/** Measures the console over a service that has a million messages stored: weights and times of its pages, and how live it is. */
@NullMarked
package org.dariro.bench.console;

import org.jspecify.annotations.NullMarked;
