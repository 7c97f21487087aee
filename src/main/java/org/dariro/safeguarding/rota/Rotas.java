package org.dariro.safeguarding.rota;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/** The rotas of the groups. Whatever is changed in one stands in the audit trail. */
@Component
public class Rotas {
    /** The longest change. */
    public static final Duration LONGEST = Duration.ofDays(400);

    private final RotaDao dao;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Rotas(RotaDao dao, AuditLog audit, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The rota of a group from now on. */
    public Rota of(Transaction tx, long group) {
        return of(tx, group, clock.instant());
    }

    /** The rota of a group from a time on. */
    public Rota of(Transaction tx, long group, Instant from) {
        return of(tx, List.of(group), from).getOrDefault(group, Rota.EMPTY);
    }

    /** The rotas of some groups from a time on, each; one with nothing on it where nobody has made any. */
    public Map<Long, Rota> of(Transaction tx, Collection<Long> groups, Instant from) {
        return dao.of(tx, groups, from);
    }

    /** Sets the hours in which somebody is promised to act; none for always. */
    public void cover(Transaction tx, long group, List<WeeklyHours> cover, String by) {
        dao.setCover(tx, group, cover, cover.stream().map(hours -> ids.next()).toList());
        audit.add(tx, AuditEntry.of(by, "cover-set").on("group", group).saying(cover.size() + " times of the week"));
    }

    /** Somebody's hours, to be put on the rota. */
    public record Wanted(long staff, WeeklyHours hours) {}

    /** Sets who is on duty in an ordinary week. */
    public void shifts(Transaction tx, long group, List<Wanted> shifts, String by) {
        dao.setShifts(
                tx,
                group,
                shifts.stream()
                        .map(shift -> new Shift(ids.next(), shift.staff(), shift.hours()))
                        .toList());
        audit.add(tx, AuditEntry.of(by, "rota-set").on("group", group).saying(shifts.size() + " shifts"));
    }

    /** Puts somebody on duty for once, or takes them off. */
    public void change(Transaction tx, long group, long staff, boolean onDuty, Span span, String by, String reason) {
        change(tx, group, new Change(ids.next(), staff, onDuty, span, by, reason), clock.instant());
    }

    private void change(Transaction tx, long group, Change change, Instant at) {
        dao.add(tx, group, change, at);
        audit.add(
                tx,
                AuditEntry.of(change.by(), change.onDuty() ? "put-on-duty" : "taken-off-duty")
                        .on("group", group)
                        .on("staff", change.staff())
                        .saying(change.span().from() + " to " + change.span().to()));
    }

    /** The changes of a group that are not over, those that begin first before others. */
    public List<Change> ahead(Transaction tx, long group) {
        return of(tx, group).changes().stream()
                .sorted(Comparator.comparing((Change change) -> change.span().from())
                        .thenComparing(Change::id))
                .toList();
    }

    /**
     * Takes a change back, and the other half of a swap with it: the one alone would leave nobody on duty, or two. Of one
     * that has begun, what is left of it. False when there is none that is not over.
     */
    public boolean takeBack(Transaction tx, long group, long id, String by) {
        Instant now = clock.instant();
        Optional<Change> found = of(tx, group, now).changes().stream()
                .filter(one -> one.id() == id)
                .findFirst();
        found.ifPresent(change -> {
            Optional<Change> half = dao.half(tx, id, now);
            takeBack(tx, group, change, by, now);
            half.ifPresent(other -> takeBack(tx, group, other, by, now));
        });
        return found.isPresent();
    }

    private void takeBack(Transaction tx, long group, Change change, String by, Instant now) {
        if (change.span().from().isAfter(now)) {
            dao.delete(tx, change.id());
        } else {
            dao.end(tx, change.id(), now);
        }
        audit.add(
                tx,
                AuditEntry.of(by, "rota-change-taken-back")
                        .on("group", group)
                        .on("staff", change.staff())
                        .saying(change.span().from() + " to " + change.span().to()));
    }

    /** One takes another's duty. */
    public void swap(Transaction tx, long group, long from, long to, Span span, String by, String reason) {
        Instant at = clock.instant(); // the same for both: they are known by it as one
        change(tx, group, new Change(ids.next(), from, false, span, by, reason), at);
        change(tx, group, new Change(ids.next(), to, true, span, by, reason), at);
    }

    /** Puts one of the staff in another's stead on all rotas: two who turned out to be the same person. */
    public void pass(Transaction tx, long from, long to, String by) {
        dao.pass(tx, from, to);
        audit.add(tx, AuditEntry.of(by, "rota-passed-on").on("staff", from).on("staff", to));
    }
}
