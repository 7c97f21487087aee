/** Twilio: sends by its SDK, takes its signed webhooks, and asks it what became of a text and what it cost. */
@NullMarked
package org.dariro.gateways.twilio;

import org.jspecify.annotations.NullMarked;
