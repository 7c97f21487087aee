package org.dariro.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Another system that is told of events.
 *
 * <p>Life: registered with a secret that is shown once; its secret may be changed, then both sign for a day; stops being called
 * when it answers that it is gone or fails for days, until somebody turns it on again; removed.
 *
 * @param url where it is called; it may hold a secret, so only administrators see it, and no log
 * @param events what it is told of
 * @param oldUntil until when the secret before this one signs too
 * @param failingSince since when every call has failed
 * @param why why it is not called any more; empty while it is
 */
public record Endpoint(
        long id,
        String url,
        Set<Event.Type> events,
        Instant createdAt,
        Optional<Instant> oldUntil,
        Optional<Instant> failingSince,
        Optional<Why> why,
        Optional<Instant> disabledAt) {
    /** Why an endpoint is not called. */
    public enum Why {
        /** It answered 410. */
        GONE,
        /** Every call for days failed. */
        FAILING,
        /** Somebody turned it off. */
        OFF
    }

    public Endpoint {
        events = Set.copyOf(events);
    }

    /** Whether it is called. */
    public boolean isOn() {
        return why.isEmpty();
    }

    /** Masked: no address. */
    @Override
    public String toString() {
        return "Endpoint[" + id + "]";
    }
}
