package org.dariro.safeguarding.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hours that come again every week, as people in one place read them off their clocks.
 *
 * <p>They begin at the first moment at which the clocks there show the start or a later time of the day, and end likewise: where
 * the clocks are put forward over the start, with the jump; where they are put back, the hour that comes twice is in it
 * twice. So shifts that meet on paper meet in time, all year.
 *
 * @param days on which they begin
 * @param fromMinute of the day, 0 to 1,439
 * @param toMinute of the day, 1 to 1,440; at or before {@code fromMinute} it is on the next day
 */
public record WeeklyHours(Set<DayOfWeek> days, int fromMinute, int toMinute, ZoneId zone) {
    private static final int DAY = 1_440;

    public WeeklyHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || fromMinute < 0 || fromMinute >= DAY || toMinute < 1 || toMinute > DAY) {
            throw new IllegalArgumentException("These are no hours of a week");
        }
    }

    /** Every hour of every week. */
    public static WeeklyHours always(ZoneId zone) {
        return new WeeklyHours(EnumSet.allOf(DayOfWeek.class), 0, DAY, zone);
    }

    /** The days as digits, 1 for Monday. */
    public String daysText() {
        return days.stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining());
    }

    /** The days of {@link #daysText}. */
    public static Set<DayOfWeek> days(String digits) {
        return digits.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toSet());
    }

    /** Whether they hold at a time. */
    public boolean hold(Instant at) {
        return !spans(new Span(at, at.plusNanos(1))).isEmpty();
    }

    /** All that meet a span of time, whole, in order; none is empty. */
    public List<Span> spans(Span within) {
        List<Span> spans = new ArrayList<>();
        LocalDate last = within.to().atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate day = within.from().atZone(zone).toLocalDate().minusDays(2);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                LocalDate end = toMinute <= fromMinute ? day.plusDays(1) : day;
                Span span = new Span(first(day, fromMinute), first(end, toMinute));
                if (span.from().isBefore(span.to()) && span.meets(within)) {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    /** The first moment at which clocks show this time or a later one. */
    private Instant first(LocalDate day, int minute) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }
}
