package org.dariro.console.api;

import org.dariro.group.Group;

/**
 * A group.
 *
 * @param code what a new member texts after JOIN
 * @param line the id of its line
 * @param mode {@code at-once}, {@code bundled} or {@code ussd-only}
 * @param windowSeconds how long a bundle waits from its first post
 * @param contacts its own crisis contacts; empty when it uses its country's
 */
public record GroupView(
        long id,
        String name,
        String code,
        long line,
        String language,
        String country,
        String mode,
        long windowSeconds,
        String contacts,
        boolean holdsHigh,
        boolean closed) {
    static GroupView of(Group group) {
        return new GroupView(
                group.id(),
                group.name(),
                group.code(),
                group.lineId(),
                group.language(),
                group.country(),
                Fields.label(group.mode()),
                group.window().toSeconds(),
                group.contacts(),
                group.holdsHigh(),
                group.closed());
    }
}
