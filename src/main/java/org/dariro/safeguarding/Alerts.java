package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.member.Members;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.AlertAction.Kind;
import org.dariro.safeguarding.AlertFault.Reason;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.webhook.Webhooks;

/**
 * What people do about alerts. Whoever acts on one that nobody has, has it from then on; who acts on another's must say
 * that they take it over. Every action moves the claim on, is kept with the alert, and stands in the audit trail.
 */
@Component
public class Alerts {
    private static final Duration FARTHEST = Duration.ofDays(90);
    private static final Duration FARTHEST_CRITICAL = Duration.ofHours(24);
    private final AlertDao alerts;
    private final AlertRecord record;
    private final HoldDao holds;
    private final Protocols protocols;
    private final Verdicts verdicts;
    private final StaffRoll staff;
    private final InstantSource clock;
    private final SafeguardSettings settings;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Alerts(
            AlertDao alerts,
            AlertActionDao actions,
            HoldDao holds,
            Protocols protocols,
            Verdicts verdicts,
            Members members,
            StaffRoll staff,
            Vault vault,
            AuditLog audit,
            Webhooks webhooks,
            Ids ids,
            InstantSource clock,
            SafeguardSettings settings) {
        this.alerts = alerts;
        record = new AlertRecord(actions, members, vault, audit, webhooks, ids, clock);
        this.holds = holds;
        this.protocols = protocols;
        this.verdicts = verdicts;
        this.staff = staff;
        this.clock = clock;
        this.settings = settings;
    }

    /** Who acts, by the name that is known of them. */
    public Actor actor(Transaction tx, String by) {
        return staff.named(tx, by)
                .map(one -> new Actor(by, Optional.of(one.id()), staff.same(tx, one)))
                .orElseGet(() -> new Actor(by, Optional.empty(), Set.of()));
    }

    /** The ids of the staff that whoever closed an alert as the first of two is; empty when nobody of the staff did. */
    public Set<Long> first(Transaction tx, Alert alert) {
        return alert.closing()
                .filter(closing -> alert.state() == Alert.State.CLOSING)
                .flatMap(Alert.Closing::staff)
                .flatMap(id -> staff.find(tx, id))
                .map(one -> staff.same(tx, one))
                .orElse(Set.of());
    }

    /** Alerts, the gravest first and then the oldest. */
    public List<Alert> list(Transaction tx, AlertQuery asked) {
        return alerts.list(tx, asked, clock.instant());
    }

    /** How many alerts there are of those that are asked for, however many are listed. */
    public long count(Transaction tx, AlertQuery asked) {
        return alerts.count(tx, asked, clock.instant());
    }

    /** The open alerts about some posts, by post; of several about one, the gravest. */
    public Map<Long, Alert> openOfPosts(Transaction tx, Collection<Long> posts) {
        Map<Long, Alert> open = new HashMap<>();
        alerts.openOfPosts(tx, posts)
                .forEach(alert -> alert.sourceId().ifPresent(post -> open.putIfAbsent(post, alert)));
        return open;
    }

    /** An alert by its id. */
    public Optional<Alert> find(Transaction tx, long id) {
        return alerts.find(tx, id);
    }

    Alert get(Transaction tx, long id) {
        return find(tx, id).orElseThrow(() -> AlertFault.of(Reason.NOT_FOUND));
    }

    /** What was done about an alert, the oldest first. */
    public List<AlertAction> actions(Transaction tx, long id) {
        return record.of(tx, id);
    }

    /** Somebody reads an alert with all that belongs to it; kept in the audit trail. */
    public void viewed(Transaction tx, Alert alert, String by) {
        record.viewed(tx, alert, by);
    }

    /** The other open alerts on the same person in the same group, the oldest first. */
    public List<Alert> others(Transaction tx, Alert alert) {
        return alerts.others(tx, alert);
    }

    /**
     * Takes an alert, or keeps it for longer; and with it the others on the same person that nobody else has and that are
     * not put off, as one person is answered by one.
     *
     * @param takeOver also when somebody else has it
     * @throws AlertFault when there is none, it is closed or about this person, somebody else has it, or this person has
     *     closed it and a second one must look
     */
    public Alert claim(Transaction tx, long id, String by, boolean takeOver) {
        Alert alert = get(tx, id);
        Actor actor = actor(tx, by);
        notFirst(alert, actor);
        Optional<Alert.Claim> other = alert.claim().filter(claim -> claim.keepsOut(actor, clock.instant()));
        if (takeOver && alert.open() && other.isPresent()) {
            notAbout(tx, alert.member(), alert.membership(), by);
            alerts.take(tx, id, actor, clock.instant().plus(settings.lease()));
            note(tx, alert, by, Kind.TAKEN_OVER, other.get().by(), "");
        } else {
            keep(tx, alert, actor);
        }
        for (Alert another : others(tx, alert)) {
            if (another.isClosedFirstBy(actor)) {
                continue;
            }
            boolean putOff =
                    another.followUpAt().filter(clock.instant()::isBefore).isPresent();
            Optional<Alert.Claim> has = another.claim().filter(claim -> claim.keepsOut(actor, clock.instant()));
            boolean theirs = takeOver
                    && other.isPresent()
                    && has.filter(one -> one.isOfWhoHas(other.get())).isPresent();
            if (theirs) {
                alerts.take(tx, another.id(), actor, clock.instant().plus(settings.lease()));
                note(tx, another, by, Kind.TAKEN_OVER, other.get().by(), "");
            } else if (has.isEmpty() && !putOff && another.state() == Alert.State.OPEN) {
                takes(tx, another, actor); // one that somebody else has taken meanwhile is theirs
            }
        }
        return get(tx, id);
    }

    /** Gives an alert back; false when it was not this person's. */
    public boolean letGo(Transaction tx, long id, String by) {
        Alert alert = get(tx, id);
        boolean theirs = alert.claimAt(clock.instant())
                .filter(claim -> claim.isOf(actor(tx, by)))
                .isPresent();
        if (theirs) {
            alerts.take(tx, id, null, null);
            note(tx, alert, by, Kind.LET_GO, "", "");
        }
        return theirs;
    }

    /** Refuses what is about the person who acts, or what that person wrote. */
    void notAbout(Transaction tx, Optional<Long> member, Optional<Long> place, String by) {
        if (staff.isPerson(tx, by, member, place)) {
            throw AlertFault.of(Reason.OWN);
        }
    }

    /** Refuses whoever closed it as the first of two: while that person has it, nobody else would look. */
    private static void notFirst(Alert alert, Actor by) {
        if (alert.isClosedFirstBy(by)) {
            throw AlertFault.of(Reason.FIRST_PERSON);
        }
    }

    /** Has the alert from now on, or for longer; whoever closed it first may add to it, but has it no more. */
    private void keep(Transaction tx, Alert alert, Actor by) {
        notAbout(tx, alert.member(), alert.membership(), by.name());
        if (!alert.open()) {
            throw AlertFault.of(Reason.CLOSED);
        } else if (alert.isClosedFirstBy(by)) {
            alert.claimAt(clock.instant()).ifPresent(claim -> {
                throw AlertFault.claimed(claim);
            });
        } else if (!takes(tx, alert, by)) {
            throw get(tx, alert.id())
                    .claimAt(clock.instant())
                    .map(AlertFault::claimed)
                    .orElseGet(() -> AlertFault.of(Reason.CLOSED));
        }
    }

    /** Has the alert from now on, or for longer, unless somebody else does; tells whether it does. */
    private boolean takes(Transaction tx, Alert alert, Actor by) {
        Instant now = clock.instant();
        if (!alerts.claim(tx, alert.id(), by, now, now.plus(settings.lease()))) {
            return false;
        }
        boolean had = alert.claimAt(now).filter(claim -> claim.isOf(by)).isPresent();
        if (!had) {
            note(tx, alert, by.name(), Kind.CLAIMED, "", "");
        }
        return true;
    }

    /** Does one thing about an open alert, and so has it. */
    Alert act(Transaction tx, long id, String by, Kind kind, String detail, String note) {
        Alert alert = get(tx, id);
        keep(tx, alert, actor(tx, by));
        note(tx, alert, by, kind, detail, note);
        return alert;
    }

    /** Keeps what was done. */
    void note(Transaction tx, Alert alert, String by, Kind kind, String detail, String note) {
        record.add(tx, alert, by, kind, detail, note);
    }

    /** Does a step of the protocol, or takes that back. */
    public void step(Transaction tx, long id, String by, String step, boolean done, String note) {
        if (protocols.of(get(tx, id).category()).step(step).isEmpty()) {
            throw AlertFault.of(Reason.NO_SUCH_STEP);
        }
        act(tx, id, by, done ? Kind.STEP_DONE : Kind.STEP_UNDONE, step, note);
    }

    /** Writes down a note. */
    public void note(Transaction tx, long id, String by, String note) {
        act(tx, id, by, Kind.NOTED, "", note);
    }

    /** Somebody is about to write to the member; refused when there is nobody to write to. */
    public Alert write(Transaction tx, long id, String by) {
        Alert alert = act(tx, id, by, Kind.WROTE, "", "");
        if (alert.membership().isEmpty()) {
            throw AlertFault.of(Reason.NO_PLACE);
        }
        return alert;
    }

    /** What somebody wrote to the member went out without having been screened; kept with the alert. */
    public void sentUnscreened(Transaction tx, long id, String by) {
        note(tx, get(tx, id), by, Kind.SENT_UNSCREENED, "", "");
    }

    /** Refers the person to a service outside. */
    public void refer(Transaction tx, long id, String by, String to, String note) {
        act(tx, id, by, Kind.REFERRED, to, note);
    }

    /** An emergency service, or somebody near, was called. */
    public void emergency(Transaction tx, long id, String by, String who, String note) {
        act(tx, id, by, Kind.EMERGENCY_CALLED, who, note);
    }

    /** Gives the alert to somebody else, who has it from now on. */
    public void handOver(Transaction tx, long id, String by, String to, String note) {
        Alert alert = act(tx, id, by, Kind.HANDED_OVER, to, note);
        notAbout(tx, alert.member(), alert.membership(), to);
        Actor actor = actor(tx, to);
        notFirst(alert, actor);
        alerts.take(tx, id, actor, clock.instant().plus(settings.lease()));
    }

    /**
     * Puts the alert off: it comes back into the queue at a time, for whoever is there then, or when somebody takes it
     * before. One person alone must not make it vanish: a critical one comes back within a day, and none can be put off
     * that a second person has yet to look at, or whose post waits.
     */
    public void putOff(Transaction tx, long id, String by, Instant until, String note) {
        ahead(until);
        Alert alert = get(tx, id);
        if (alert.state() == Alert.State.CLOSING) {
            throw AlertFault.of(Reason.SECOND_WAITS);
        } else if (holds.isWaiting(tx, alert)) {
            throw AlertFault.of(Reason.POST_WAITS);
        } else if (alert.needsTwo() && until.isAfter(clock.instant().plus(FARTHEST_CRITICAL))) {
            throw AlertFault.of(Reason.TOO_FAR);
        }
        act(tx, id, by, Kind.PUT_OFF, until.toString(), note);
        alerts.take(tx, id, null, null);
        alerts.putOff(tx, id, until);
    }

    /** Refuses a time that does not lie ahead, or too far. */
    void ahead(Instant time) {
        Instant now = clock.instant();
        if (!time.isAfter(now) || time.isAfter(now.plus(FARTHEST))) {
            throw AlertFault.of(Reason.NOT_AHEAD);
        }
    }

    /**
     * Closes an alert with what came of it. A critical one is closed when a second person has done so too; that person may
     * say another outcome, which then counts.
     *
     * @throws AlertFault also when its post still waits, or the second person is the first
     */
    public Alert close(Transaction tx, long id, String by, AlertOutcome outcome, String note) {
        Alert alert = get(tx, id);
        if (!alert.open()) {
            throw AlertFault.of(Reason.CLOSED);
        } else if (holds.isWaiting(tx, alert)) {
            throw AlertFault.of(Reason.POST_WAITS);
        }
        boolean second = alert.state() == Alert.State.CLOSING;
        Actor actor = actor(tx, by);
        if (alert.isClosedFirstBy(actor)) {
            throw AlertFault.of(Reason.SECOND_PERSON);
        }
        keep(tx, alert, actor);
        boolean first = alert.needsTwo() && !second;
        boolean done = first
                ? alerts.propose(tx, id, actor, outcome.label(), clock.instant())
                : alerts.close(tx, id, alert.state(), by, outcome.label(), clock.instant());
        if (!done) {
            throw AlertFault.of(Reason.CLOSED);
        }
        note(tx, alert, by, first ? Kind.PROPOSED : Kind.CLOSED, outcome.label(), note);
        if (!first) {
            verdicts.closed(tx, alert, outcome, by);
        }
        return get(tx, id);
    }

    /**
     * Closes the other open alerts on the same person in the same group by the same rules: of critical ones this is the
     * first closing. Those that wait for a second person are left, as that one must look at each. Hands back those it closed.
     */
    public List<Alert> closeOthers(Transaction tx, Alert closed, String by, AlertOutcome outcome, String note) {
        return others(tx, closed).stream()
                .filter(other -> other.state() == Alert.State.OPEN)
                .map(other -> close(tx, other.id(), by, outcome, note))
                .toList();
    }

    /** Keeps up to which private words an alert was read that somebody closes: what came later still waits for an answer. */
    public void read(Transaction tx, long id, long seen) {
        alerts.read(tx, id, seen);
    }

    /** Opens an alert again that one or two people have closed. */
    public Alert reopen(Transaction tx, long id, String by, String reason) {
        Alert alert = get(tx, id);
        if (!alerts.reopen(tx, id)) {
            throw AlertFault.of(Reason.NOT_CLOSED);
        }
        note(tx, alert, by, Kind.REOPENED, "", reason);
        verdicts.reopened(tx, alert, by);
        return get(tx, id);
    }

    /** A post that alerts are about is decided on: part of working them, and so for who has them. */
    void decided(Transaction tx, long post, String by, Kind kind, String reason) {
        for (Alert alert : alerts.aboutPost(tx, post)) {
            if (alert.state() == Alert.State.OPEN) {
                keep(tx, alert, actor(tx, by));
            }
            note(tx, alert, by, kind, "", reason);
        }
    }
}
