/** The gateway to Africa's Talking: SMS by its form or bulk endpoint, and USSD; our own client over the documented wire. */
@NullMarked
package org.dariro.gateways.africastalking;

import org.jspecify.annotations.NullMarked;
