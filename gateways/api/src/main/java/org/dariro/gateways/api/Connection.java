package org.dariro.gateways.api;

import java.time.Instant;

/**
 * The state of an account's session with its carrier.
 *
 * @param up whether texts can be sent
 * @param since when it came up or went down
 * @param code why it is down, in the carrier's or the protocol's own words, without number, text or secret; empty when up
 */
public record Connection(boolean up, Instant since, String code) {}
