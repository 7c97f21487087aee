package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.MentoringFault;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.programme.GuestSession.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guests who speak in a group for a time: the group is told before, texts go at once while the guest is there, and all is as
 * before when it has ended. Each step is one transaction under the lock of the session's row.
 */
@Component
public class GuestSessions {
    private static final Logger LOG = LoggerFactory.getLogger(GuestSessions.class);
    private static final Duration NOTICE = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private final Database database;
    private final GuestDao dao;
    private final ProgrammeVoice voice;
    private final Schedule schedule;
    private final Mentoring mentoring;
    private final Groups groups;
    private final Memberships memberships;
    private final GroupLog log;
    private final Messages messages;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public GuestSessions(
            Database database,
            GuestDao dao,
            ProgrammeVoice voice,
            Schedule schedule,
            Mentoring mentoring,
            Groups groups,
            Memberships memberships,
            GroupLog log,
            Messages messages,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.voice = voice;
        this.schedule = schedule;
        this.mentoring = mentoring;
        this.groups = groups;
        this.memberships = memberships;
        this.log = log;
        this.messages = messages;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Plans a session, in times on the clocks of a zone. */
    public Attempt<GuestSession> plan(
            Transaction tx,
            Group group,
            String guest,
            LocalDateTime begins,
            LocalDateTime ends,
            ZoneId zone,
            String by) {
        Optional<Nickname> nickname = Nickname.parse(guest).match(Optional::of, bad -> Optional.empty());
        Instant from = begins.atZone(zone).toInstant();
        Instant to = ends.atZone(zone).toInstant();
        Instant now = clock.instant();
        if (group.closed()) {
            return Attempt.refuse(ProgrammeFault.PLAN_CLOSED);
        } else if (nickname.isEmpty()) {
            return Attempt.refuse(ProgrammeFault.GUEST_NAME);
        } else if (!from.isAfter(now)
                || !to.isAfter(from)
                || to.isAfter(from.plus(LONGEST))
                || from.isAfter(now.plus(FARTHEST))) {
            return Attempt.refuse(ProgrammeFault.GUEST_TIMES);
        } else if (isTaken(tx, group, nickname.get())) {
            return Attempt.refuse(ProgrammeFault.GUEST_TAKEN);
        } else if (of(tx, List.of(group.id())).stream()
                .anyMatch(other -> other.live()
                        && from.isBefore(other.ends())
                        && other.begins().isBefore(to))) {
            return Attempt.refuse(ProgrammeFault.GUEST_OTHER);
        }
        Instant tell = from.minus(NOTICE).isAfter(now) ? from.minus(NOTICE) : now;
        GuestSession one = new GuestSession(
                ids.next(),
                group.id(),
                nickname.get().text(),
                from,
                to,
                zone,
                State.PLANNED,
                tell,
                Optional.empty(),
                Optional.empty(),
                by);
        dao.insert(tx, one, now);
        audit(tx, one, by, "guest-planned");
        return new Attempt.Done<>(one);
    }

    private void audit(Transaction tx, GuestSession one, String by, String action) {
        audit.add(
                tx,
                AuditEntry.of(by, action)
                        .on("group", one.group())
                        .on("guest-session", one.id())
                        .saying(one.begins() + " to " + one.ends()));
    }

    /** The place of a guest of that name in former sessions is free again. */
    private boolean isTaken(Transaction tx, Group group, Nickname nickname) {
        long former = former(tx, group, nickname).map(Membership::id).orElse(0L);
        return memberships.nicknameTaken(tx, group.id(), nickname, former);
    }

    private Optional<Membership> former(Transaction tx, Group group, Nickname nickname) {
        return memberships.in(tx, group.id()).stream()
                .filter(place -> place.role() == Role.MENTOR
                        && place.memberId().isEmpty()
                        && place.standing() == Standing.LEFT
                        && nickname.key().equals(Nickname.keyOf(place.nickname())))
                .findFirst();
    }

    /** Ends an open session now, or cancels one that has not begun. */
    public Attempt<GuestSession> end(Transaction tx, long id, String by) {
        Optional<GuestSession> found = dao.lock(tx, id).filter(GuestSession::live);
        if (found.isEmpty()) {
            return Attempt.refuse(ProgrammeFault.PLAN_DONE);
        }
        GuestSession one = found.get();
        GuestSession now = one.state() == State.OPEN ? close(tx, one) : one.in(State.CANCELLED, clock.instant());
        dao.update(tx, now);
        audit(tx, now, by, "guest-ended");
        return new Attempt.Done<>(now);
    }

    /** The sessions of some groups that have not ended more than a month ago. */
    public List<GuestSession> of(Transaction tx, Collection<Long> some) {
        return some.isEmpty() ? List.of() : dao.since(tx, some, clock.instant().minus(Duration.ofDays(31)));
    }

    /** Does what is due by now. */
    public void turn() {
        for (long id : database.inTransaction(tx -> dao.due(tx, clock.instant()))) {
            try {
                database.useTransaction(
                        tx -> dao.lockDue(tx, id, clock.instant()).ifPresent(one -> dao.update(tx, go(tx, one))));
            } catch (RuntimeException e) { // one that fails must not keep the others waiting
                LOG.error("A guest's session could not go on; tried again: {}", Faults.describe(e));
            }
        }
    }

    /** When the next turn has something to do, as far as is known now. */
    public Optional<Instant> next() {
        return database.inTransaction(dao::next);
    }

    private GuestSession go(Transaction tx, GuestSession one) {
        Group group = groups.get(tx, one.group());
        boolean over = !clock.instant().isBefore(one.ends());
        if (one.state() != State.OPEN && (over || group.closed())) { // the service was away all that time
            return one.in(State.CANCELLED, clock.instant());
        }
        return switch (one.state()) {
            case PLANNED -> tell(tx, group, withFreeName(tx, group, one));
            case TOLD -> open(tx, group, withFreeName(tx, group, one));
            default -> close(tx, one);
        };
    }

    /** A guest is not shut out when somebody has taken the nickname since it was planned: a digit follows it then. */
    private GuestSession withFreeName(Transaction tx, Group group, GuestSession one) {
        Nickname planned = nickname(one.guest());
        Nickname free = planned;
        for (int i = 2; i < 100 && isTaken(tx, group, free); i++) {
            free = planned.numbered(i);
        }
        return free.equals(planned) ? one : one.named(free.text());
    }

    private static Nickname nickname(String guest) {
        return Nickname.parse(guest).match(good -> good, bad -> {
            throw new IllegalStateException("A guest's name is no nickname any more");
        });
    }

    /** While nothing can be screened a guest could not speak either: the group is told as soon as it can be, and then it begins. */
    private GuestSession tell(Transaction tx, Group group, GuestSession one) {
        return say(tx, group, words(group, one, "guest-before"))
                ? one.in(State.TOLD, one.begins())
                : one.in(State.PLANNED, clock.instant().plus(AGAIN));
    }

    private String words(Group group, GuestSession one, String key) {
        return messages.text(
                group.language(),
                key,
                Map.of(
                        "guest",
                        one.guest(),
                        "from",
                        HOUR.format(one.begins().atZone(one.zone())),
                        "to",
                        HOUR.format(one.ends().atZone(one.zone()))));
    }

    /** Says words in the programme's voice; false when they could not be screened, and so were not said. */
    private boolean say(Transaction tx, Group group, String words) {
        return mentoring
                .post(tx, group, voice.in(tx, group).name(), words, AuditEntry.SERVICE)
                .match(posted -> true, faults -> !faults.contains(MentoringFault.NOT_SCREENED));
    }

    private GuestSession open(Transaction tx, Group group, GuestSession one) {
        Nickname nickname = nickname(one.guest());
        Membership place = former(tx, group, nickname)
                .map(known -> memberships.save(tx, known.with(Standing.ACTIVE)))
                .orElseGet(() -> memberships.add(
                        tx,
                        group,
                        Optional.empty(),
                        group.lineId(),
                        Role.MENTOR,
                        Standing.ACTIVE,
                        nickname,
                        log.lastSeq(tx, group.id())));
        read(tx, group, ReadingMode.AT_ONCE);
        audit(tx, one, AuditEntry.SERVICE, "guest-began");
        return one.opened(place.id(), group.mode());
    }

    private GuestSession close(Transaction tx, GuestSession one) {
        Group group = groups.get(tx, one.group());
        one.place()
                .flatMap(id -> memberships.find(tx, id))
                .ifPresent(place -> memberships.save(tx, place.with(Standing.LEFT)));
        if (!group.closed()) {
            String thanks = words(group, one, "guest-after");
            if (!say(tx, group, thanks)) {
                schedule.unsaid(tx, group, thanks);
            }
        }
        one.before()
                .filter(before -> group.mode() == ReadingMode.AT_ONCE) // else somebody has chosen anew meanwhile
                .ifPresent(before -> read(tx, group, before));
        return one.in(State.ENDED, clock.instant());
    }

    private void read(Transaction tx, Group group, ReadingMode mode) {
        groups.change(
                tx,
                new Group(
                        group.id(),
                        group.name(),
                        group.code(),
                        group.lineId(),
                        group.language(),
                        group.country(),
                        mode,
                        group.window(),
                        group.contacts(),
                        group.holdsHigh(),
                        group.closed()));
    }
}
