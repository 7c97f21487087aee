/** When a text goes out: what a reader who waits gains, against how long everybody waits. Pure; no tables, no clock. */
@NullMarked
package org.dariro.delivery.pace;

import org.jspecify.annotations.NullMarked;
