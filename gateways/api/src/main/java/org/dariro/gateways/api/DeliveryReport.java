package org.dariro.gateways.api;

import java.util.Optional;

/**
 * What the carrier reports of one MT, or of one part of it. Reports come in any order, twice, or before the answer to the
 * request itself.
 *
 * @param account the account it came in by
 * @param carrierId the carrier's id of the message or part
 * @param reference {@link Recipient#reference}, where the carrier echoes it
 * @param status how far it came
 * @param code the carrier's reason where it failed, without number or text
 * @param charge the charge where the carrier tells it
 */
public record DeliveryReport(
        String account,
        String carrierId,
        Optional<String> reference,
        Status status,
        Optional<String> code,
        Optional<Charge> charge) {

    /** How far a message came. */
    public enum Status {
        /** On its way at the carrier; not final. */
        ON_ITS_WAY,
        /** On the phone; final. */
        DELIVERED,
        /** Will not arrive; final. */
        FAILED
    }
}
