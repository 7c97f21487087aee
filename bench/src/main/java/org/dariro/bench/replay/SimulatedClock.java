package org.dariro.bench.replay;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved on. */
final class SimulatedClock implements InstantSource {
    private volatile Instant now;

    SimulatedClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on to a time; never back. */
    void moveTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
