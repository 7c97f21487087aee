package org.dariro.safeguarding.escalation;

import java.time.Instant;
import java.util.Optional;
import org.dariro.member.Staff;
import org.dariro.safeguarding.screening.Severity;

/**
 * What an alert is to those who are called: neither what was written nor by whom.
 *
 * @param member whom it is about, who is not called for it; empty for somebody without a phone
 * @param open whether nobody has closed it, nor one of the two who close a critical one
 * @param closed whether it is closed for good
 * @param claimedBy who has it, or had it until {@code claimedUntil}
 * @param followUp when it comes back, if it was put off
 */
record Matter(
        long alert,
        Optional<Long> group,
        Optional<Long> member,
        Severity severity,
        boolean open,
        boolean closed,
        Optional<String> claimedBy,
        Optional<Instant> claimedUntil,
        Optional<Instant> followUp) {

    /** Whether it is about somebody of the staff. */
    boolean isAbout(Staff staff) {
        return member.isPresent() && member.equals(staff.memberId());
    }

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
