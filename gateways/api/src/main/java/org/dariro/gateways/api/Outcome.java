package org.dariro.gateways.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of one recipient of a batch. The set is closed: {@link #match} makes a new case break the build wherever a
 * case is decided.
 */
public sealed interface Outcome {

    /**
     * The carrier took the message.
     *
     * @param ids every id the carrier gave, one or one per segment; empty only if it gives none
     * @param charge what the carrier says it costs, where it says so at once
     */
    record Accepted(List<String> ids, Optional<Charge> charge) implements Outcome {
        public Accepted {
            ids = List.copyOf(ids);
        }
    }

    /** The carrier will never take it; {@code code} is the carrier's own, without number or text. */
    record Refused(String code) implements Outcome {}

    /** Too fast, and surely not taken: the same request may be repeated after {@code pause}. */
    record Throttled(String code, Duration pause) implements Outcome {}

    /** Surely not taken for a passing reason (no connection, no balance): the same request may be repeated. */
    record RetryLater(String code) implements Outcome {}

    /** The carrier blocks this recipient by the recipient's own wish: treat as STOP. */
    record OptedOut(String code) implements Outcome {}

    /** It may or may not have been taken (answer lost, unreadable, 5xx after sending): never repeat blindly. */
    record Unknown(String code) implements Outcome {}

    /** Decides by case. */
    default <T> T match(
            Function<Accepted, T> accepted,
            Function<Refused, T> refused,
            Function<Throttled, T> throttled,
            Function<RetryLater, T> retryLater,
            Function<OptedOut, T> optedOut,
            Function<Unknown, T> unknown) {
        if (this instanceof Accepted a) {
            return accepted.apply(a);
        } else if (this instanceof Refused r) {
            return refused.apply(r);
        } else if (this instanceof Throttled t) {
            return throttled.apply(t);
        } else if (this instanceof RetryLater r) {
            return retryLater.apply(r);
        } else if (this instanceof OptedOut o) {
            return optedOut.apply(o);
        } else {
            return unknown.apply((Unknown) this);
        }
    }
}
