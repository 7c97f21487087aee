package org.dariro.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One event told to one endpoint.
 *
 * <p>Life: written with what happened, waiting; attempted until an attempt is answered with 2xx, or given up after days.
 *
 * @param event its type's label
 * @param body what is sent
 * @param attempts how many were made
 * @param nextAt when the next is due, while it waits
 * @param outcome what the last attempt came to: a status as {@code 204}, or {@code timeout}, {@code refused-address}, {@code unknown-host},
 *     {@code no-connection}; empty before the first
 */
public record Call(
        long id,
        long endpoint,
        String event,
        String body,
        State state,
        Instant createdAt,
        int attempts,
        Instant nextAt,
        String outcome,
        Optional<Instant> attemptedAt) {
    /** What became of a call. */
    public enum State {
        WAITING,
        DONE,
        GIVEN_UP
    }

    /** As the endpoint knows it: the same in every attempt. */
    public String messageId() {
        return "msg_" + id;
    }
}
