package org.dariro.safeguarding.rota;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A rota read minute by minute, off the clock on the wall: slow, and plainly right. */
final class SlowRota {
    private final Rota rota;

    SlowRota(Rota rota) {
        this.rota = rota;
    }

    Set<Long> onDuty(Instant at) {
        Set<Long> people = new TreeSet<>();
        for (Shift shift : rota.shifts()) {
            if (holds(shift.hours(), at)) {
                people.add(shift.staff());
            }
        }
        for (Change change : rota.changes()) {
            boolean now = !at.isBefore(change.span().from())
                    && at.isBefore(change.span().to());
            if (now && change.onDuty()) {
                people.add(change.staff());
            } else if (now) {
                people.remove(change.staff());
            }
        }
        return people;
    }

    boolean covers(Instant at) {
        return rota.cover().isEmpty() || rota.cover().stream().anyMatch(hours -> holds(hours, at));
    }

    /** Walks from two and a half days before, and looks at the clock every minute. */
    private static boolean holds(WeeklyHours hours, Instant at) {
        Instant start = at.minus(60, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        List<LocalDateTime> opened = new ArrayList<>();
        Set<LocalDateTime> closed = new TreeSet<>();
        LocalDateTime latest =
                start.minus(1, ChronoUnit.MINUTES).atZone(hours.zone()).toLocalDateTime();
        for (Instant now = start; !now.isAfter(at); now = now.plus(1, ChronoUnit.MINUTES)) {
            LocalDateTime shown = now.atZone(hours.zone()).toLocalDateTime();
            for (LocalDateTime day = latest.toLocalDate().atStartOfDay().minusDays(2);
                    !day.isAfter(shown);
                    day = day.plusDays(1)) {
                LocalDateTime from = day.plusMinutes(hours.fromMinute());
                LocalDateTime to =
                        day.plusMinutes(hours.toMinute()).plusDays(hours.toMinute() <= hours.fromMinute() ? 1 : 0);
                boolean begins = hours.days().contains(day.getDayOfWeek());
                if (begins && from.isAfter(latest) && !from.isAfter(shown) && !opened.contains(to)) {
                    opened.add(to);
                }
                if (begins && to.isAfter(latest) && !to.isAfter(shown)) {
                    closed.add(to);
                }
            }
            latest = Collections.max(List.of(latest, shown));
        }
        return opened.stream().anyMatch(end -> !closed.contains(end));
    }
}
