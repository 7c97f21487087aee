package org.dariro.console.api;

import org.dariro.group.Group;
import org.dariro.programme.GroupReader;
import org.dariro.programme.Term;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param code what a new member texts after JOIN
 * @param line the id of its line
 * @param mode {@code at-once}, {@code bundled} or {@code ussd-only}
 * @param windowSeconds how long a bundle waits from its first post
 * @param contacts its own crisis contacts; empty when it uses its country's
 * @param template what it began with; null for none
 * @param endsOn its last day; null for none
 * @param closingDays so many days before it the last message goes out
 * @param closing whether that has gone out, and the group is open
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
        boolean closed,
        @Nullable String template,
        @Nullable String endsOn,
        int closingDays,
        boolean closing) {
    static GroupView of(Group group, Term term) {
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
                group.closed(),
                term.template().isEmpty() ? null : term.template(),
                term.endsAt().map(at -> GroupReader.day(group, at).toString()).orElse(null),
                term.closingDays(),
                !group.closed() && term.farewellAt().isPresent());
    }
}
