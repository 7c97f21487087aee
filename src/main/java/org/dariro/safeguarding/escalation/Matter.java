package org.dariro.safeguarding.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.dariro.member.Staff;
import org.dariro.safeguarding.screening.Severity;

/**
 * What an alert is to those who are called: neither what was written nor by whom.
 *
 * @param member whom it is about, who is not called for it; empty for somebody without a phone
 * @param first who closed it as the first of two people, and when; empty when nobody has
 * @param closed whether it is closed for good
 * @param claimedBy who has it, or had it until {@code claimedUntil}
 * @param followUp when it comes back, if it was put off
 */
record Matter(
        long alert,
        Optional<Long> group,
        Optional<Long> member,
        Severity severity,
        Optional<First> first,
        boolean closed,
        Optional<String> claimedBy,
        Optional<Instant> claimedUntil,
        Optional<Instant> followUp) {

    /**
     * The first of two people who close it.
     *
     * @param staff the id of the staff person that this is; empty for somebody else
     */
    record First(String by, Optional<Long> staff, Instant at) {}

    /**
     * Whether somebody of the staff may act on it: not whom it is about, nor who has closed it and waits for a second.
     *
     * @param closers the ids of the staff that whoever closed it first is
     */
    boolean isFor(Staff staff, Set<Long> closers) {
        boolean about = member.isPresent() && member.equals(staff.memberId());
        return !about
                && !closers.contains(staff.id())
                && first.filter(one -> one.staff().isEmpty() && one.by().equalsIgnoreCase(staff.name()))
                        .isEmpty();
    }

    /** Whether it waits for its second person not long enough yet for anybody to be called. */
    boolean isRestingUntilSecond(Instant now, Duration patience) {
        return first.filter(one -> one.at().plus(patience).isAfter(now)).isPresent();
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
