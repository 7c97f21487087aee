/** The plain HTTP carrier at the other end of the simulator's own wire, as a fake. */
@NullMarked
package org.dariro.gateways.testkit.simulator;

import org.jspecify.annotations.NullMarked;
