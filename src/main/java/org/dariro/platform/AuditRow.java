package org.dariro.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail as it is stored.
 *
 * @param subjects {@code alert:17 group:5}
 * @param mac the keyed hash of what the row says
 * @param seq its place in the chain, from 1; 0 before it has one
 * @param link the keyed hash of {@code mac} and of the link before; null before it has a place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record AuditRow(
        long id,
        Instant at,
        String actor,
        String action,
        String subjects,
        String details,
        byte[] mac,
        long seq,
        byte @Nullable [] link) {

    /** Times are kept to the microsecond by both databases. */
    static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** All that the row says, in one text that no other row has: each field with its length before it. */
    String canonical() {
        StringBuilder text = new StringBuilder("audit-row");
        for (String field :
                new String[] {Long.toString(id), Long.toString(micros()), actor, action, subjects, details}) {
            text.append('\n').append(field.length()).append(':').append(field);
        }
        return text.toString();
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
