package org.dariro.safeguarding;

import java.time.Instant;
import java.util.Optional;
import org.dariro.safeguarding.screening.Severity;

/**
 * What a mentor must act on. Nothing closes by itself.
 *
 * @param group empty when somebody in no group wrote
 * @param membership the place of the person in that group
 * @param source {@code post}, {@code private}, {@code nickname}, {@code text} (not in a group)
 * @param text what was written
 * @param open whether somebody still has to act
 */
public record Alert(
        long id,
        Optional<Long> group,
        Optional<Long> membership,
        long member,
        String source,
        Optional<Long> sourceId,
        String category,
        Severity severity,
        String text,
        boolean open,
        Instant raisedAt,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        Optional<String> outcome) {

    /** Masked: no text. */
    @Override
    public String toString() {
        return "Alert[" + id + ", " + category + ", " + severity + "]";
    }
}
