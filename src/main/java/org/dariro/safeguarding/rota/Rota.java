package org.dariro.safeguarding.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Who is on duty for one group. Pure.
 *
 * @param cover the hours in which somebody is promised to act; none for always
 * @param changes in the order in which they were made
 */
public record Rota(List<WeeklyHours> cover, List<Shift> shifts, List<Change> changes) {

    /** A rota with nothing on it. */
    public static final Rota EMPTY = new Rota(List.of(), List.of(), List.of());

    public Rota {
        cover = List.copyOf(cover);
        shifts = List.copyOf(shifts);
        changes = List.copyOf(changes);
    }

    /** Whether somebody is promised to act at a time. */
    public boolean covers(Instant at) {
        return cover.isEmpty() || cover.stream().anyMatch(hours -> hours.hold(at));
    }

    /** Whether a person is on duty at a time. */
    public boolean onDuty(long staff, Instant at) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            if (change.staff() == staff && change.span().holds(at)) {
                return change.onDuty();
            }
        }
        return shifts.stream()
                .anyMatch(shift -> shift.staff() == staff && shift.hours().hold(at));
    }

    /** Who is on duty at a time. */
    public Set<Long> onDuty(Instant at) {
        Set<Long> people = new LinkedHashSet<>();
        Stream.concat(shifts.stream().map(Shift::staff), changes.stream().map(Change::staff))
                .filter(staff -> onDuty(staff, at))
                .forEach(people::add);
        return people;
    }

    /**
     * When somebody is promised to act and nobody is on duty, in order; none touches the next.
     *
     * @param counts whether a person on duty can be reached
     */
    public List<Span> gaps(Span within, LongPredicate counts) {
        List<Span> gaps = new ArrayList<>();
        List<Instant> times = List.copyOf(times(within));
        for (int i = 0; i + 1 < times.size(); i++) {
            Instant from = times.get(i);
            boolean gap = covers(from) && onDuty(from).stream().noneMatch(counts::test);
            if (gap && !gaps.isEmpty() && gaps.get(gaps.size() - 1).to().equals(from)) {
                gaps.set(gaps.size() - 1, new Span(gaps.get(gaps.size() - 1).from(), times.get(i + 1)));
            } else if (gap) {
                gaps.add(new Span(from, times.get(i + 1)));
            }
        }
        return gaps;
    }

    /** Who is on duty when, as long as nothing changes. */
    public record Duty(Span span, boolean covered, Set<Long> staff) {}

    /** The whole of a span of time, in pieces in which nothing changes. */
    public List<Duty> duties(Span within) {
        List<Duty> duties = new ArrayList<>();
        List<Instant> times = List.copyOf(times(within));
        for (int i = 0; i + 1 < times.size(); i++) {
            Duty duty = new Duty(new Span(times.get(i), times.get(i + 1)), covers(times.get(i)), onDuty(times.get(i)));
            Duty last = duties.isEmpty() ? null : duties.get(duties.size() - 1);
            if (last != null && last.covered() == duty.covered() && last.staff().equals(duty.staff())) {
                Span joined = new Span(last.span().from(), duty.span().to());
                duties.set(duties.size() - 1, new Duty(joined, duty.covered(), duty.staff()));
            } else {
                duties.add(duty);
            }
        }
        return duties;
    }

    /** The times at which anything may change, with both ends of the span. */
    private TreeSet<Instant> times(Span within) {
        TreeSet<Instant> times = new TreeSet<>(List.of(within.from(), within.to()));
        Stream<WeeklyHours> hours =
                Stream.concat(cover.stream(), shifts.stream().map(Shift::hours));
        Stream.concat(
                        hours.flatMap(weekly -> weekly.spans(within).stream()),
                        changes.stream().map(Change::span))
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .filter(within::holds)
                .forEach(times::add);
        return times;
    }
}
