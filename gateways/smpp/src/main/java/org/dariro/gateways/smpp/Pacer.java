package org.dariro.gateways.smpp;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Spaces what is sent on one bind, so that the SMSC's limit is kept; a limit of 0 spaces nothing. */
final class Pacer {
    private static final long SECOND = 1_000_000_000L;
    private final long gap;
    private long next = System.nanoTime();

    /** @param perSecond how many may be sent in a second, 0 for any number */
    Pacer(int perSecond) {
        gap = perSecond == 0 ? 0 : SECOND / perSecond;
    }

    /** Waits for the next place in time. */
    void await() {
        long at = place();
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private synchronized long place() {
        long now = System.nanoTime();
        long at = next - now > 0 ? next : now;
        next = at + gap;
        return at;
    }

    /** The SMSC said that it came too fast: nothing is sent for a while. */
    synchronized void hold(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        if (until - next > 0) {
            next = until;
        }
    }
}
