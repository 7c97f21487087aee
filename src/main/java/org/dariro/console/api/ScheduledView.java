package org.dariro.console.api;

import static org.dariro.console.api.AlertView.or;

import java.time.Instant;
import org.dariro.programme.Scheduled;
import org.jspecify.annotations.Nullable;

/**
 * Words that go out at a time of their own.
 *
 * @param series the same for what was asked for at once
 * @param kind {@code mentor}, {@code programme} or {@code topic}
 * @param as the mentor's nickname; absent for the programme's own voice
 * @param member whom it is for alone; absent for the group
 * @param at on the clocks of {@code zone}, such as {@code 2026-03-20T09:00}
 * @param state {@code waiting}, {@code sent}, {@code missed} or {@code cancelled}
 * @param fault what was in the way: {@code no-money}, {@code not-screened}, {@code late}, {@code group-closed}
 */
public record ScheduledView(
        long id,
        long group,
        long series,
        String kind,
        @Nullable String as,
        @Nullable Long member,
        String text,
        String at,
        String zone,
        Instant due,
        boolean weekly,
        String state,
        @Nullable String fault,
        String by,
        @Nullable Instant doneAt) {
    static ScheduledView of(Scheduled one) {
        return new ScheduledView(
                one.id(),
                one.group(),
                one.series(),
                Fields.label(one.kind()),
                or(one.voice()),
                or(one.to()),
                one.text(),
                one.local().toString(),
                one.zone().getId(),
                one.due(),
                one.weekly(),
                Fields.label(one.state()),
                or(one.fault()),
                one.by(),
                or(one.doneAt()));
    }
}
