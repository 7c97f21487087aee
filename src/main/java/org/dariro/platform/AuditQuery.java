package org.dariro.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of the audit trail are asked for.
 *
 * @param subject only rows on this one: {@code alert:17}
 * @param actions only rows whose action begins with one of these; all when there is none
 * @param actor only rows of those whose name has this in it, in whatever case; empty for all
 * @param from not before this time
 * @param until before this time
 */
public record AuditQuery(
        Optional<String> subject, List<String> actions, String actor, Optional<Instant> from, Optional<Instant> until) {
    /** All rows. */
    public static final AuditQuery ALL =
            new AuditQuery(Optional.empty(), List.of(), "", Optional.empty(), Optional.empty());

    public AuditQuery {
        actions = List.copyOf(actions);
    }

    /** All rows, or those on one subject. */
    public static AuditQuery on(Optional<String> subject) {
        return new AuditQuery(subject, List.of(), "", Optional.empty(), Optional.empty());
    }
}
