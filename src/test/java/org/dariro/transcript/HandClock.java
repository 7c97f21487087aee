package org.dariro.transcript;

import java.time.Instant;
import java.time.InstantSource;

/** The only clock of a service under test: it stands still until its hands are moved. */
public final class HandClock implements InstantSource {
    private volatile Instant now = Stage.START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the hands; also back, for the next story. */
    public void set(Instant time) {
        now = time;
    }
}
