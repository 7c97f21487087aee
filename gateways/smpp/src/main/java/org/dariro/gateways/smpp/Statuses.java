package org.dariro.gateways.smpp;

import java.time.Duration;
import java.util.Set;
import org.dariro.gateways.api.Outcome;

/**
 * What each command_status of a submit_sm_resp means (SMPP 3.4, 5.1.3). Operators use codes of their own, and some use
 * standard ones in their own way, so that settings may move codes: {@code STATUS_OPTED_OUT}, {@code STATUS_RETRY},
 * {@code STATUS_THROTTLED}, {@code STATUS_REFUSED}.
 *
 * @param optedOut codes by which the recipient's own wish is told; SMPP has none for it
 * @param retry codes by which surely nothing was taken for a passing reason
 * @param throttled codes by which surely nothing was taken because it came too fast
 * @param refused codes by which it will never be taken
 */
record Statuses(Set<Integer> optedOut, Set<Integer> retry, Set<Integer> throttled, Set<Integer> refused) {
    /** The SMSC failed while it worked on the request: it may have taken it. */
    private static final int SYSTEM_ERROR = 0x08;

    private static final int QUEUE_FULL = 0x14;
    private static final int THROTTLED = 0x58;
    private static final Set<Integer> PASSING = Set.of(0x04, 0x05, 0x0d); // not bound rightly: nothing was read

    /** Codes that are reserved, or say no more than that something failed; from 0x400 on codes are the operator's own. */
    private static final int FIRST_OWN = 0x400;

    private static final Set<Integer> FOR_GOOD = Set.of(
            0x01, 0x02, 0x03, 0x06, 0x07, 0x0a, 0x0b, 0x0c, 0x15, 0x33, 0x34, 0x40, 0x42, 0x43, 0x44, 0x45, 0x48, 0x49,
            0x50, 0x51, 0x53, 0x54, 0x55, 0x61, 0x62, 0x63, 0x65, 0x66, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xfe);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration QUEUE_EMPTIES = Duration.ofSeconds(5);

    static Statuses of(SettingReader read) {
        return new Statuses(
                read.codes("STATUS_OPTED_OUT"),
                read.codes("STATUS_RETRY"),
                read.codes("STATUS_THROTTLED"),
                read.codes("STATUS_REFUSED"));
    }

    /** What a status other than 0 means for the message. */
    Outcome outcome(int status) {
        String code = code(status);
        if (optedOut.contains(status)) {
            return new Outcome.OptedOut(code);
        } else if (retry.contains(status)) {
            return new Outcome.RetryLater(code);
        } else if (throttled.contains(status)) {
            return new Outcome.Throttled(code, SOON);
        } else if (refused.contains(status)) {
            return new Outcome.Refused(code);
        } else if (status == THROTTLED) {
            return new Outcome.Throttled(code, SOON);
        } else if (status == QUEUE_FULL) {
            return new Outcome.Throttled(code, QUEUE_EMPTIES);
        } else if (PASSING.contains(status)) {
            return new Outcome.RetryLater(code);
        } else if (FOR_GOOD.contains(status) || (status >= FIRST_OWN && status < 0x500)) {
            return new Outcome.Refused(code);
        }
        return new Outcome.Unknown(status == SYSTEM_ERROR ? code + " system error" : code);
    }

    /** A status as operators' documents write it. */
    static String code(int status) {
        return "0x%08X".formatted(status);
    }
}
