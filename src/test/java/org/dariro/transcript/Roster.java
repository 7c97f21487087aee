package org.dariro.transcript;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;

/** Reads {@code Mon-Fri 08:00-20:00 Africa/Harare}, {@code 2026-03-02 08:00 to 2026-03-02 12:00} and the like. */
final class Roster {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private Roster() {}

    static Stage.Colleague colleague(MatchResult m) {
        return new Stage.Colleague(
                m.group(1),
                m.group(2),
                Optional.ofNullable(m.group(3)),
                m.group(4) == null ? "mentor" : m.group(4),
                m.group(5) == null ? List.of() : List.of(m.group(5).split(", ")));
    }

    static WeeklyHours hours(String written) {
        String[] parts = written.split(" ");
        String[] days = parts[0].split("-");
        String[] times = parts[1].split("-");
        return new WeeklyHours(
                days(days[0], days[days.length - 1]),
                minute(times[0]),
                minute(times[1]),
                ZoneId.of(parts.length > 2 ? parts[2] : "UTC"));
    }

    private static Set<DayOfWeek> days(String from, String to) {
        return EnumSet.range(DayOfWeek.of(DAYS.indexOf(from) + 1), DayOfWeek.of(DAYS.indexOf(to) + 1));
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    static Span span(String written) {
        String[] ends = written.split(" to ");
        return new Span(
                LocalDateTime.parse(ends[0], TIME).toInstant(ZoneOffset.UTC),
                LocalDateTime.parse(ends[1], TIME).toInstant(ZoneOffset.UTC));
    }

    static String show(List<Span> spans) {
        return spans.isEmpty()
                ? "none"
                : spans.stream()
                        .map(span -> show(span.from()) + " to " + show(span.to()))
                        .collect(Collectors.joining(", "));
    }

    private static String show(java.time.Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
