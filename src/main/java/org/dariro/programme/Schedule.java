package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.delivery.DigestHours;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.programme.Scheduled.State;

/** Keeps the words that go out at a time of their own: takes them, shows them, changes them until they are sent. */
@Component
public class Schedule {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LONGEST = 1_600;
    private static final int MOST = 1_000;
    private final ScheduleDao dao;
    private final Groups groups;
    private final Memberships memberships;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Schedule(
            ScheduleDao dao, Groups groups, Memberships memberships, AuditLog audit, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.groups = groups;
        this.memberships = memberships;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Words for a time.
     *
     * @param voice the nickname of a mentor of each group; empty for the programme's own voice
     * @param to whom it is for alone; empty for all of the group
     * @param at on the clocks of {@code zone}, or of each group's country where that is empty
     */
    public record Wanted(
            Scheduled.Kind kind,
            List<Long> groups,
            Optional<String> voice,
            Optional<Long> to,
            String text,
            LocalDateTime at,
            Optional<ZoneId> zone,
            boolean weekly) {
        public Wanted {
            groups = List.copyOf(groups);
        }
    }

    /** The clocks of a group's country. */
    public static ZoneId zone(Group group) {
        return DigestHours.zone(group.country());
    }

    /** Takes words for a time, once for each group; nothing when anything is wrong. */
    public Attempt<List<Scheduled>> add(Transaction tx, Wanted wanted, String by) {
        return add(tx, wanted, ids.next(), by);
    }

    /** The same, as part of a series. */
    Attempt<List<Scheduled>> add(Transaction tx, Wanted wanted, long series, String by) {
        if (wanted.groups().isEmpty()) {
            return Attempt.refuse(ProgrammeFault.PLAN_NO_GROUP);
        }
        List<Scheduled> all = new ArrayList<>();
        for (long id : wanted.groups()) {
            Group group = groups.get(tx, id);
            ZoneId zone = wanted.zone().orElseGet(() -> zone(group));
            Instant due = wanted.at().atZone(zone).toInstant();
            Scheduled one = new Scheduled(
                    ids.next(),
                    id,
                    series,
                    wanted.kind(),
                    wanted.voice(),
                    wanted.to(),
                    wanted.text(),
                    due,
                    zone,
                    wanted.weekly(),
                    State.WAITING,
                    Optional.empty(),
                    due,
                    by,
                    Optional.empty());
            Optional<ProgrammeFault> fault = fault(tx, group, one);
            if (fault.isPresent()) {
                return Attempt.refuse(fault.get());
            }
            all.add(one);
        }
        all.forEach(one -> insert(tx, one, "post-scheduled"));
        return new Attempt.Done<>(List.copyOf(all));
    }

    /** Keeps words of the programme that could not be screened: they are tried as what is scheduled for now. */
    void unsaid(Transaction tx, Group group, String words) {
        Instant now = clock.instant();
        insert(
                tx,
                new Scheduled(
                        ids.next(),
                        group.id(),
                        ids.next(),
                        Scheduled.Kind.PROGRAMME,
                        Optional.empty(),
                        Optional.empty(),
                        words,
                        now,
                        zone(group),
                        false,
                        State.WAITING,
                        Optional.of("not-screened"),
                        now,
                        AuditEntry.SERVICE,
                        Optional.empty()),
                "post-scheduled");
    }

    private void insert(Transaction tx, Scheduled one, String action) {
        dao.insert(tx, one, clock.instant());
        audit(tx, one, one.by(), action);
    }

    private void audit(Transaction tx, Scheduled one, String by, String action) {
        audit.add(
                tx,
                AuditEntry.of(by, action)
                        .on("group", one.group())
                        .on("scheduled", one.id())
                        .saying("due " + one.due()));
    }

    private Optional<ProgrammeFault> fault(Transaction tx, Group group, Scheduled one) {
        Instant now = clock.instant();
        if (group.closed()) {
            return Optional.of(ProgrammeFault.PLAN_CLOSED);
        } else if (one.text().isBlank()) {
            return Optional.of(ProgrammeFault.PLAN_EMPTY);
        } else if (one.text().length() > LONGEST) {
            return Optional.of(ProgrammeFault.PLAN_LONG);
        } else if (!one.due().isAfter(now) || one.due().isAfter(now.plus(FARTHEST))) {
            return Optional.of(ProgrammeFault.PLAN_NOT_AHEAD);
        }
        List<Membership> places = memberships.in(tx, group.id());
        boolean voice = one.voice().isEmpty()
                || places.stream().anyMatch(place -> speaksAs(place, one.voice().get()));
        boolean member = one.to().isEmpty()
                || places.stream()
                        .anyMatch(place -> place.id() == one.to().get()
                                && place.standing() == Standing.ACTIVE
                                && place.memberId().isPresent());
        return voice
                ? member ? Optional.empty() : Optional.of(ProgrammeFault.PLAN_NO_MEMBER)
                : Optional.of(ProgrammeFault.PLAN_NO_VOICE);
    }

    private static boolean speaksAs(Membership place, String voice) {
        String key = Nickname.keyOf(voice);
        return place.role() == Role.MENTOR
                && place.standing() == Standing.ACTIVE
                && key != null
                && key.equals(Nickname.keyOf(place.nickname()));
    }

    /** Changes words and time of what is not sent; what was missed waits again. */
    public Attempt<Scheduled> change(
            Transaction tx, long id, String text, LocalDateTime at, boolean weekly, String by) {
        return lockOpen(tx, id)
                .map(one -> {
                    Instant due = at.atZone(one.zone()).toInstant();
                    Scheduled changed = with(one, text, due, weekly, State.WAITING, Optional.empty());
                    Optional<ProgrammeFault> fault = fault(tx, groups.get(tx, one.group()), changed);
                    if (fault.isPresent()) {
                        return Attempt.<Scheduled>refuse(fault.get());
                    }
                    dao.update(tx, changed);
                    audit(tx, changed, by, "scheduled-changed");
                    return new Attempt.Done<>(changed);
                })
                .orElseGet(() -> Attempt.refuse(ProgrammeFault.PLAN_DONE));
    }

    /** Lets it go out now; the next of a weekly one comes at its weekday and hour as if this one had. */
    public Attempt<Scheduled> sendNow(Transaction tx, long id, String by) {
        return lockOpen(tx, id)
                .map(one -> {
                    Scheduled now = with(one, one.text(), clock.instant(), false, State.WAITING, Optional.empty());
                    dao.update(tx, now);
                    if (one.weekly()) {
                        dao.insert(tx, one.following(ids.next(), clock.instant()), clock.instant());
                    }
                    audit(tx, now, by, "scheduled-sent-now");
                    return (Attempt<Scheduled>) new Attempt.Done<>(now);
                })
                .orElseGet(() -> Attempt.refuse(ProgrammeFault.PLAN_DONE));
    }

    /** Cancels it; of a weekly one, all that would follow. */
    public Attempt<Scheduled> cancel(Transaction tx, long id, String by) {
        return lockOpen(tx, id)
                .map(one -> {
                    Scheduled gone = with(one, one.text(), one.due(), one.weekly(), State.CANCELLED, Optional.empty());
                    dao.update(tx, gone);
                    audit(tx, gone, by, "scheduled-cancelled");
                    return (Attempt<Scheduled>) new Attempt.Done<>(gone);
                })
                .orElseGet(() -> Attempt.refuse(ProgrammeFault.PLAN_DONE));
    }

    private Optional<Scheduled> lockOpen(Transaction tx, long id) {
        return dao.lock(tx, id).filter(Scheduled::open);
    }

    private Scheduled with(
            Scheduled one, String text, Instant due, boolean weekly, State state, Optional<String> fault) {
        return new Scheduled(
                one.id(),
                one.group(),
                one.series(),
                one.kind(),
                one.voice(),
                one.to(),
                text,
                due,
                one.zone(),
                weekly,
                state,
                fault,
                due,
                one.by(),
                state == State.CANCELLED ? Optional.of(clock.instant()) : Optional.empty());
    }

    /** One by id. */
    public Optional<Scheduled> find(Transaction tx, long id) {
        return dao.find(tx, id);
    }

    /** What waits or was missed in some groups, in the order of its time. */
    public List<Scheduled> open(Transaction tx, Collection<Long> of) {
        return of.isEmpty() ? List.of() : dao.open(tx, of, MOST);
    }

    /** What was sent in a group, the latest first. */
    public List<Scheduled> sent(Transaction tx, long group, int most) {
        return dao.sent(tx, group, most);
    }

    /** Cancels all that waits of one series. */
    public int cancelSeries(Transaction tx, long series, String by) {
        List<Scheduled> open = dao.series(tx, series);
        open.forEach(one -> cancel(tx, one.id(), by));
        return open.size();
    }
}
