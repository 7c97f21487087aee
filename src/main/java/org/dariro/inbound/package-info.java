/** The front door: takes what carriers hand over, knows a repeat, stores it, and has it understood, screened and acted on. */
@NullMarked
package org.dariro.inbound;

import org.jspecify.annotations.NullMarked;
