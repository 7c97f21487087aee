package org.dariro.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.safeguarding.screening.Severity;

/**
 * Which alerts are asked for.
 *
 * @param groups only those of these groups; none for all, also those of people in no group
 * @param severity only these
 * @param after only what comes after this alert in the order of the queue; 0 for all
 * @param most how many
 */
public record AlertQuery(
        Kind kind, Set<Long> groups, Optional<Severity> severity, Optional<Long> group, long after, int most) {
    /** Which part of their life they are in. */
    public enum Kind {
        /** What must be acted on now: open, and not put off to a later time. */
        NOW,
        /** What was put off and has not come back. */
        PUT_OFF,
        /** All that is not closed. */
        OPEN,
        CLOSED,
        ALL
    }

    public AlertQuery {
        groups = Set.copyOf(groups);
    }

    /** All of a kind. */
    public static AlertQuery all(Kind kind) {
        return new AlertQuery(kind, Set.of(), Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE);
    }

    /** The condition in SQL, its values added to {@code values}. */
    String where(List<Object> values, Instant now) {
        StringBuilder sql = new StringBuilder("where ");
        switch (kind) {
            case NOW -> {
                sql.append("a.state <> 'CLOSED' and (a.follow_up_at is null or a.follow_up_at <= ?)");
                values.add(now);
            }
            case PUT_OFF -> {
                sql.append("a.state <> 'CLOSED' and a.follow_up_at > ?");
                values.add(now);
            }
            case OPEN -> sql.append("a.state <> 'CLOSED'");
            case CLOSED -> sql.append("a.state = 'CLOSED'");
            case ALL -> sql.append("1 = 1");
        }
        if (!groups.isEmpty()) {
            sql.append(" and a.group_id = any(?)");
            values.add(groups.toArray(Long[]::new));
        }
        group.ifPresent(one -> {
            sql.append(" and a.group_id = ?");
            values.add(one);
        });
        severity.ifPresent(one -> {
            sql.append(" and a.severity = ?");
            values.add(one.name().toLowerCase(java.util.Locale.ROOT));
        });
        return sql.toString();
    }
}
