package org.dariro.gateways.smpp;

import java.util.Optional;
import org.dariro.gateways.api.Outcome;

/**
 * What ends the waiting for an answer without one, as a command_status of our own. They lie above all that SMPP has. jsmpp
 * has exceptions for it, but waits its full time when one is quicker than the wait.
 */
final class NoAnswer {
    /** The connection was lost. */
    static final int LOST = 0x7fff0001;

    /** There was an answer, and nobody can read it. */
    static final int UNREADABLE = 0x7fff0002;

    private static final int NACK = 0x70000000;

    private NoAnswer() {}

    /** A generic_nack with a status. */
    static int nack(int status) {
        return NACK | (status & 0xffff);
    }

    /** What such a status means; empty for a status that the SMSC has answered with. */
    static Optional<Outcome> outcome(int status, Statuses statuses) {
        if (status == LOST) {
            return Optional.of(new Outcome.Unknown("connection lost"));
        } else if (status == UNREADABLE) {
            return Optional.of(new Outcome.Unknown("unreadable answer"));
        } else if ((status & 0xffff0000) != NACK) {
            return Optional.empty();
        }
        Outcome outcome = statuses.outcome(status & 0xffff);
        return Optional.of(
                outcome instanceof Outcome.Throttled
                        ? outcome
                        : new Outcome.Unknown("generic_nack " + Statuses.code(status & 0xffff)));
    }
}
