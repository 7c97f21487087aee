package org.dariro.gateways.api;

import java.util.Optional;

/**
 * A carrier tells that a USSD session is over.
 *
 * @param account the account it came in by
 * @param sessionId the session, as its hops named it
 * @param from the caller as the carrier writes it
 * @param completed whether it ended by an {@code END} screen of ours, and not by hanging up, time or a fault
 * @param charge what the session costs, where the carrier tells it
 * @param code the carrier's reason where it failed, without number or text
 */
public record UssdEnd(
        String account,
        String sessionId,
        String from,
        boolean completed,
        Optional<Money> charge,
        Optional<String> code) {

    /** Masked: no number. */
    @Override
    public String toString() {
        return "UssdEnd[account=" + account + ", completed=" + completed + "]";
    }
}
