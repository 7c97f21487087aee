package org.dariro.safeguarding.escalation;

import java.time.Instant;
import java.util.Optional;
import org.dariro.safeguarding.screening.Severity;

/**
 * What an alert is to those who are called: neither what was written nor by whom.
 *
 * @param open whether nobody has closed it, nor one of the two who close a critical one
 * @param closed whether it is closed for good
 * @param claimedBy who has it, or had it until {@code claimedUntil}
 * @param followUp when it comes back, if it was put off
 */
record Matter(
        long alert,
        Optional<Long> group,
        Severity severity,
        boolean open,
        boolean closed,
        Optional<String> claimedBy,
        Optional<Instant> claimedUntil,
        Optional<Instant> followUp) {

    /** Who has it at a time. */
    Optional<String> heldBy(Instant now) {
        return claimedBy.filter(
                by -> claimedUntil.filter(until -> until.isAfter(now)).isPresent());
    }

    /** Whether it must wait for a day that was set. */
    boolean isPutOff(Instant now) {
        return followUp.filter(at -> at.isAfter(now)).isPresent();
    }
}
