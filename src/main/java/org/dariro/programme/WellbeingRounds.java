package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.delivery.Till;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the members of groups how they are, each alone, in the rhythm that a coordinator has chosen. A group is taken by the
 * lock of its row, and asked and moved on in one transaction: nobody is asked twice in a week, also over a restart and by
 * several nodes. What fell into hours when nothing ran is left out: the question of a Monday is none for a Tuesday, nor for a
 * night.
 */
@Component
public class WellbeingRounds {
    /** The first and the last hour of the day at which members are asked. */
    public static final int FIRST_HOUR = 6;

    public static final int LAST_HOUR = 20;

    /** Every how many weeks members may be asked. */
    public static final List<Integer> RHYTHMS = List.of(1, 2, 4);

    private static final Logger LOG = LoggerFactory.getLogger(WellbeingRounds.class);
    private static final Duration LATE = Duration.ofHours(6);
    private static final int AT_ONCE = 50;
    private final Database database;
    private final WellbeingDao dao;
    private final TermDao terms;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Lines lines;
    private final Till till;
    private final Messages messages;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public WellbeingRounds(
            Database database,
            WellbeingDao dao,
            TermDao terms,
            Groups groups,
            Memberships memberships,
            Members members,
            Lines lines,
            Till till,
            Messages messages,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.terms = terms;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.lines = lines;
        this.till = till;
        this.messages = messages;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a coordinator wants.
     *
     * @param asks whether members are asked at all
     * @param hour {@link #FIRST_HOUR} to {@link #LAST_HOUR}
     * @param everyWeeks one of {@link #RHYTHMS}
     * @param items what is asked, in turn
     */
    public record Wanted(boolean asks, DayOfWeek weekday, int hour, int everyWeeks, List<WellbeingItem> items) {
        public Wanted {
            items = List.copyOf(items);
        }
    }

    /** How a group is asked. */
    public WellbeingSettings settings(Transaction tx, long group) {
        return dao.settings(tx, group).orElseGet(() -> WellbeingSettings.none(group));
    }

    /** Sets how a group is asked, from its next such hour on; not twice in the same weeks. */
    public Attempt<WellbeingSettings> set(Transaction tx, Group group, Wanted wanted, String by) {
        if (group.closed()) {
            return Attempt.refuse(ProgrammeFault.PLAN_CLOSED);
        } else if (wanted.hour() < FIRST_HOUR || wanted.hour() > LAST_HOUR) {
            return Attempt.refuse(ProgrammeFault.WELLBEING_HOUR);
        } else if (!RHYTHMS.contains(wanted.everyWeeks())) {
            return Attempt.refuse(ProgrammeFault.WELLBEING_RHYTHM);
        } else if (wanted.items().isEmpty()) {
            return Attempt.refuse(ProgrammeFault.WELLBEING_NO_ITEM);
        }
        WellbeingSettings was = dao.lock(tx, group.id()).orElseGet(() -> WellbeingSettings.none(group.id()));
        WellbeingSettings changed = new WellbeingSettings(
                group.id(),
                wanted.weekday(),
                wanted.hour(),
                wanted.everyWeeks(),
                wanted.items().stream().distinct().toList(),
                was.rounds(),
                was.lastAt(),
                wanted.asks()
                        ? Optional.of(first(wanted, was.lastAt(), Schedule.zone(group), clock.instant()))
                        : Optional.empty());
        dao.save(tx, changed, by, clock.instant());
        audit.add(
                tx,
                AuditEntry.of(by, wanted.asks() ? "wellbeing-on" : "wellbeing-off")
                        .on("group", group.id()));
        return new Attempt.Done<>(changed);
    }

    /** The next such hour, after the weeks of the last round. */
    private static Instant first(Wanted wanted, Optional<Instant> last, ZoneId zone, Instant now) {
        LocalDate free = last.map(at -> at.atZone(zone)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(wanted.everyWeeks()))
                .orElse(LocalDate.EPOCH);
        LocalDate today = now.atZone(zone).toLocalDate();
        ZonedDateTime at = (free.isAfter(today) ? free : today)
                .with(TemporalAdjusters.nextOrSame(wanted.weekday()))
                .atTime(wanted.hour(), 0)
                .atZone(zone);
        return (at.toInstant().isAfter(now) ? at : at.plusWeeks(1)).toInstant();
    }

    /** Asks the groups whose time has come. */
    public void turn() {
        for (long group : database.inTransaction(tx -> dao.due(tx, clock.instant(), AT_ONCE))) {
            try {
                database.useTransaction(
                        tx -> dao.lockDue(tx, group, clock.instant()).ifPresent(settings -> ask(tx, settings)));
            } catch (RuntimeException e) { // one that fails must not keep the others waiting
                LOG.error("Group {} could not be asked; tried again: {}", group, Faults.describe(e));
            }
        }
    }

    /** When the next turn has something to do, as far as is known now. */
    public Optional<Instant> next() {
        return database.inTransaction(dao::next);
    }

    private void ask(Transaction tx, WellbeingSettings settings) {
        Instant now = clock.instant();
        Instant due = settings.nextAt().orElseThrow();
        Group group = groups.get(tx, settings.group());
        if (group.closed()) {
            dao.moveOn(tx, settings.asked(settings.rounds(), settings.lastAt(), Optional.empty()));
            return;
        }
        Optional<Instant> next = Optional.of(following(settings, due, Schedule.zone(group), now));
        boolean closing = terms.of(tx, List.of(group.id())).stream().anyMatch(term -> term.closing(now));
        int hour = now.atZone(Schedule.zone(group)).getHour();
        boolean asleep = hour < FIRST_HOUR || hour > LAST_HOUR;
        if (closing || asleep || now.isAfter(due.plus(LATE))) {
            dao.moveOn(tx, settings.asked(settings.rounds(), settings.lastAt(), next));
            return;
        }
        List<Membership> places = memberships.in(tx, group.id()).stream()
                .filter(place -> isAsked(place, now))
                .toList();
        Map<Long, Member> who = members.get(
                tx, places.stream().flatMap(place -> place.memberId().stream()).toList());
        long asked = places.stream()
                .filter(place -> place.memberId()
                        .map(who::get)
                        .filter(member -> ask(tx, group, place, member, settings.turn()))
                        .isPresent())
                .count();
        dao.moveOn(tx, settings.asked(settings.rounds() + 1, Optional.of(due), next));
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, "wellbeing-asked")
                        .on("group", group.id())
                        .saying(asked + " were asked: " + settings.turn().label()));
    }

    private static Instant following(WellbeingSettings settings, Instant due, ZoneId zone, Instant now) {
        ZonedDateTime at = due.atZone(zone);
        do {
            at = at.plusWeeks(settings.everyWeeks());
        } while (!at.toInstant().isAfter(now));
        return at.toInstant();
    }

    private static boolean isAsked(Membership place, Instant now) {
        return place.role() == Role.MEMBER
                && place.standing() == Standing.ACTIVE
                && !place.paused(now)
                && !place.muted(now);
    }

    /** Asks one member; false when they said STOP, and when no money is left for it. */
    private boolean ask(Transaction tx, Group group, Membership place, Member member, WellbeingItem item) {
        if (member.stopped()) {
            return false;
        }
        Line line = lines.get(place.lineId());
        String words = messages.text(member.language(), "wellbeing-" + item.label(), Map.of());
        boolean sent = till.send(tx, group.id(), line, member, words);
        if (sent) {
            dao.ask(tx, ids.next(), group.id(), place.id(), item, clock.instant());
        }
        return sent;
    }
}
