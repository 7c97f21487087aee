package org.dariro.safeguarding.rota;

import java.time.Instant;

/** From a time until just before another. */
public record Span(Instant from, Instant to) {
    /** Whether it holds at a time. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
