package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Pricing;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertHistory;
import org.dariro.safeguarding.Safeguard;
import org.jspecify.annotations.Nullable;

/**
 * Moves somebody to another group, on staff's word. They are told by SMS, and how to leave. A consent that was given goes with
 * them and is on record as moved; somebody who has not answered is asked again, for the new group; a STOP or a no is never
 * overruled. What they wrote stays where they wrote it, and of the new group they read what is posted from now on.
 */
@Component
public class Moving {
    private final Members members;
    private final Memberships memberships;
    private final GroupLog log;
    private final Lines lines;
    private final Pricing pricing;
    private final Outbox outbox;
    private final Joining joining;
    private final Replies replies;
    private final ConsentDao consents;
    private final PlaceRecords records;
    private final Luggage luggage;
    private final AlertHistory alerts;
    private final Safeguard safeguard;
    private final AuditLog audit;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Moving(
            Members members,
            Memberships memberships,
            GroupLog log,
            Lines lines,
            Pricing pricing,
            Outbox outbox,
            Joining joining,
            Replies replies,
            ConsentDao consents,
            PlaceRecords records,
            Luggage luggage,
            AlertHistory alerts,
            Safeguard safeguard,
            AuditLog audit) {
        this.members = members;
        this.memberships = memberships;
        this.log = log;
        this.lines = lines;
        this.pricing = pricing;
        this.outbox = outbox;
        this.joining = joining;
        this.replies = replies;
        this.consents = consents;
        this.records = records;
        this.luggage = luggage;
        this.alerts = alerts;
        this.safeguard = safeguard;
        this.audit = audit;
    }

    /**
     * Moves somebody; not while an alert on them is open in the group they would leave, or a post of theirs is held there: its
     * mentors could not reach them any more.
     *
     * @param note why, for the record; nobody is told it
     * @param by who does so, as the audit trail names people
     * @return the new place
     */
    public Attempt<Membership> move(Transaction tx, Membership place, Group to, String note, String by) {
        log.lock(tx, List.of(place.groupId())); // what they are just writing there is weighed first, or after this
        Optional<Member> found = place.memberId().flatMap(id -> members.get(tx, id));
        Optional<Membership> known = found.flatMap(member -> memberships.of(tx, member.id()).stream()
                .filter(one -> one.groupId() == to.id())
                .findFirst());
        Optional<Fault> fault = fault(tx, place, to, found, known);
        if (fault.isPresent()) {
            return Attempt.refuse(fault.get());
        }
        Member member = found.orElseThrow();
        outbox.cancel(tx, member.id(), place.groupId());
        consents.record(tx, place.id(), "moved", note, member.language(), "person");
        memberships.save(tx, place.with(Standing.LEFT).pausing(null));
        Line line = pricing.choose(tx, to, member);
        Membership moved = arrive(tx, place, to, member, line, known);
        consents.record(tx, moved.id(), "moved", note, member.language(), "person");
        records.carry(tx, place.id(), moved.id());
        luggage.carry(tx, place, moved);
        audit.add(
                tx,
                AuditEntry.of(by, "member-moved")
                        .on("place", place.id())
                        .on("place", moved.id())
                        .on("group", place.groupId())
                        .on("group", to.id()));
        tell(tx, new Speaker(member, lines.get(moved.lineId()), moved, to));
        return new Attempt.Done<>(moved);
    }

    private Optional<Fault> fault(
            Transaction tx, Membership place, Group to, Optional<Member> member, Optional<Membership> known) {
        if (member.isEmpty()) {
            return Optional.of(PlaceFault.NO_PHONE);
        } else if (to.closed()) {
            return Optional.of(PlaceFault.GROUP_CLOSED);
        } else if (place.role() == Role.MENTOR
                || known.filter(one -> one.role() == Role.MENTOR).isPresent()) {
            return Optional.of(PlaceFault.MENTOR_STAYS);
        } else if (member.get().stopped()
                || place.standing() == Standing.STOPPED
                || known.filter(one -> one.standing() == Standing.STOPPED).isPresent()) {
            return Optional.of(PlaceFault.STOPPED);
        } else if (place.standing() == Standing.LEFT) {
            return Optional.of(PlaceFault.NOT_IN_GROUP);
        } else if (known.filter(one -> one.standing() != Standing.LEFT).isPresent()) {
            return Optional.of(PlaceFault.ALREADY_THERE);
        } else if (alerts.isOpen(tx, member.get().id(), place.groupId())) {
            return Optional.of(PlaceFault.ALERT_OPEN);
        } else if (safeguard.isWaiting(tx, List.of(place))) {
            return Optional.of(PlaceFault.POST_HELD);
        }
        return Optional.empty();
    }

    private Membership arrive(
            Transaction tx, Membership place, Group to, Member member, Line line, Optional<Membership> known) {
        @Nullable
        Nickname nickname =
                Nickname.parse(place.nickname() == null ? "" : place.nickname()).match(good -> good, bad -> null);
        long own = known.map(Membership::id).orElse(-1L);
        @Nullable
        Nickname free = nickname == null || memberships.nicknameTaken(tx, to.id(), nickname, own) ? null : nickname;
        Standing standing = place.standing() == Standing.INVITED
                ? Standing.INVITED
                : free == null ? Standing.NAMING : Standing.ACTIVE;
        long last = log.lastSeq(tx, to.id());
        Membership there = known.map(
                        back -> memberships.spoke(tx, back).onLine(line.id()).with(standing))
                .map(back -> free == null ? back : back.named(free.text()))
                .map(back -> memberships.save(tx, back))
                .orElseGet(() -> memberships.add(
                        tx, to, Optional.of(member.id()), line.id(), Role.MEMBER, standing, free, last));
        log.readTo(tx, List.of(there.id()), last);
        return place.mode() == null ? there : memberships.save(tx, there.reading(place.mode()));
    }

    private void tell(Transaction tx, Speaker moved) {
        if (moved.place().standing() == Standing.INVITED) {
            joining.ask(tx, moved);
            return;
        }
        String group = moved.group().name();
        if (moved.place().standing() == Standing.NAMING) {
            replies.answer(tx, moved, "moved-unnamed", Map.of("group", group));
        } else {
            replies.answer(
                    tx,
                    moved,
                    "moved-notice",
                    Map.of("group", group, "nickname", moved.place().name()));
        }
    }
}
