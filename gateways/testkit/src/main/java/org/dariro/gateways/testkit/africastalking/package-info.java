/** Africa's Talking as a fake: its endpoints and what it calls. */
@NullMarked
package org.dariro.gateways.testkit.africastalking;

import org.jspecify.annotations.NullMarked;
