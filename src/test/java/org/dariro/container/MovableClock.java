package org.dariro.container;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MovableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves it; time may also be set back, for the next story. */
    public void set(Instant instant) {
        now = instant;
    }
}
