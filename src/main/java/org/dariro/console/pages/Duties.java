package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Group;
import org.dariro.member.Staff;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.rota.Rota;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.Span;

/** When a user is on duty next, and when nobody is. */
@Component
public class Duties {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofDays(2);
    private static final int MOST_GROUPS = 40;
    private final Rotas rotas;
    private final Callees callees;
    private final InstantSource clock;

    @Inject
    public Duties(Rotas rotas, Callees callees, InstantSource clock) {
        this.rotas = rotas;
        this.callees = callees;
        this.clock = clock;
    }

    /** A time for a group. {@code now} says that it has begun. */
    public record Shift(String group, Instant from, Instant to, boolean now) {}

    /**
     * Both.
     *
     * @param mine the user's next duty in each group of the next week, in order
     * @param gaps the next time of the next two days in each group when nobody is on duty who should be
     */
    public record Shown(List<Shift> mine, List<Shift> gaps) {}

    /** Of some groups. */
    Shown of(Transaction tx, Visit visit, Collection<Group> groups) {
        Instant now = clock.instant();
        Optional<Long> self = visit.staff().map(Staff::id);
        List<Shift> mine = new ArrayList<>();
        List<Shift> gaps = new ArrayList<>();
        List<Group> shown = groups.stream().limit(MOST_GROUPS).toList();
        List<Long> ids = shown.stream().map(Group::id).toList();
        Map<Long, Rota> all = rotas.of(tx, ids, now);
        Map<Long, Set<Long>> reachable = callees.reachable(tx, ids);
        for (Group group : shown) {
            Rota rota = all.getOrDefault(group.id(), Rota.EMPTY);
            self.flatMap(id -> next(rota, id, now)).ifPresent(span -> mine.add(shift(group, span, now)));
            Set<Long> callable = reachable.getOrDefault(group.id(), Set.of());
            rota.gaps(new Span(now, now.plus(SOON)), callable::contains).stream()
                    .findFirst()
                    .ifPresent(span -> gaps.add(shift(group, span, now)));
        }
        mine.sort(Comparator.comparing(Shift::from));
        gaps.sort(Comparator.comparing(Shift::from));
        return new Shown(List.copyOf(mine), List.copyOf(gaps));
    }

    private static Shift shift(Group group, Span span, Instant now) {
        return new Shift(group.name(), span.from(), span.to(), !span.from().isAfter(now));
    }

    /** The next time without a break at which a person is on duty. */
    private static Optional<Span> next(Rota rota, long staff, Instant now) {
        Instant from = null;
        Instant to = null;
        for (Rota.Duty duty : rota.duties(new Span(now, now.plus(AHEAD)))) {
            boolean on = duty.staff().contains(staff);
            if (on) {
                from = from == null ? duty.span().from() : from;
                to = duty.span().to();
            } else if (from != null) {
                break;
            }
        }
        return from == null || to == null ? Optional.empty() : Optional.of(new Span(from, to));
    }
}
