/** Measures the service: what a conversation costs, how much it carries, and what a killed process loses. */
@NullMarked
package org.dariro.bench;

import org.jspecify.annotations.NullMarked;
