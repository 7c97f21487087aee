/** A carrier without a network: phones in memory or in the browser, with faults on demand. */
@NullMarked
package org.dariro.gateways.simulator;

import org.jspecify.annotations.NullMarked;
