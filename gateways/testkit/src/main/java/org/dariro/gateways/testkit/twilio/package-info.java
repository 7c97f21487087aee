/** A fake Twilio, from what Twilio documents of its wire. */
@NullMarked
package org.dariro.gateways.testkit.twilio;

import org.jspecify.annotations.NullMarked;
