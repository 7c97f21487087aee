package org.dariro.safeguarding;

import java.time.Instant;
import java.util.Optional;

/**
 * A post kept back for a mentor. It ends only by a mentor's decision, never by itself.
 *
 * @param reason {@code risk}, {@code unscreened}, {@code flood} or {@code muted}
 * @param decision {@code released} or {@code rejected}; empty while it waits
 */
public record Hold(
        long id,
        long postId,
        String reason,
        Instant placedAt,
        Optional<String> decision,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        Optional<String> decisionReason) {
    /** Whether nobody has decided yet. */
    public boolean waits() {
        return decision.isEmpty();
    }
}
