package org.dariro.spend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of what a parcel is expected to cost.
 *
 * @param amount that the expectation changes by, in {@code currency}; 0 without a currency
 * @param price the row of the price table that holds from now on, where the parcel has moved
 * @param fromLine the line that it has left
 */
public record Correction(
        long id,
        long parcel,
        Reason reason,
        BigDecimal amount,
        Optional<String> currency,
        Optional<Long> price,
        Optional<Long> fromLine,
        Instant at) {

    /** Why. */
    public enum Reason {
        /** No carrier took it: refused, given up, or never sent after STOP. */
        UNSENT,
        /** It waited for a line that is down, and went to another one. */
        MOVED,
        /** A crisis card whose answer was lost is sent once more. */
        SENT_AGAIN
    }
}
