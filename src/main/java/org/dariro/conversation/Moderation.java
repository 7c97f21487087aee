package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Mutes people and takes them out, on staff's word and with a reason. Whom it is about is told, kindly; the circle is not
 * told why, nor by whom.
 */
@Component
public class Moderation {
    /** The longest mute; whoever cannot be trusted for longer is in the wrong group. */
    public static final int MOST_DAYS = 30;

    private final Members members;
    private final Memberships memberships;
    private final Lines lines;
    private final Leaving leaving;
    private final Outbox outbox;
    private final Replies replies;
    private final ConsentDao consents;
    private final StaffRoll staff;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public Moderation(
            Members members,
            Memberships memberships,
            Lines lines,
            Leaving leaving,
            Outbox outbox,
            Replies replies,
            ConsentDao consents,
            StaffRoll staff,
            AuditLog audit,
            InstantSource clock) {
        this.members = members;
        this.memberships = memberships;
        this.lines = lines;
        this.leaving = leaving;
        this.outbox = outbox;
        this.replies = replies;
        this.consents = consents;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets a mentor read a member's posts first for some days. What is held meanwhile stays held when they are over: only a
     * person releases it.
     *
     * @param days 1 to {@link #MOST_DAYS}
     * @param note why, for the record
     */
    public Attempt<Membership> mute(Transaction tx, Group group, Membership place, int days, String note, String by) {
        if (place.standing() != Standing.ACTIVE) {
            return Attempt.refuse(PlaceFault.NOT_IN_GROUP);
        } else if (place.role() == Role.MENTOR) {
            return Attempt.refuse(PlaceFault.IS_MENTOR);
        }
        Instant until = clock.instant().plus(Duration.ofDays(days));
        Membership muted = memberships.save(tx, place.muting(until));
        record(tx, place, "muted", note, by);
        tell(tx, group, place, "muted-notice", Map.of("days", Integer.toString(days)));
        return new Attempt.Done<>(muted);
    }

    /** Ends a mute before its time; nothing happens to somebody who is not muted. */
    public Membership unmute(Transaction tx, Group group, Membership place, String by) {
        if (!place.muted(clock.instant())) {
            return place;
        }
        record(tx, place, "unmuted", "", by);
        tell(tx, group, place, "unmuted-notice", Map.of());
        return memberships.save(tx, place.muting(null));
    }

    /**
     * Ends a place: this person gets and writes nothing in the group any more, and is told. Somebody who has said STOP or no
     * stays where they are.
     *
     * @param note why, for the record; nobody is told it
     */
    public Membership remove(Transaction tx, Group group, Membership place, String note, String by) {
        if (place.standing() == Standing.LEFT || place.standing() == Standing.STOPPED) {
            return place;
        }
        place.memberId().ifPresent(member -> {
            outbox.cancel(tx, member, place.groupId());
            staff.leave(tx, member, place.groupId());
        });
        record(tx, place, "removed", note, by);
        if (place.standing() != Standing.INVITED) {
            tell(
                    tx,
                    group,
                    place,
                    "removed-notice",
                    Map.of("contact", replies.settings().contact()));
        }
        return memberships.save(tx, place.with(Standing.LEFT));
    }

    /**
     * Lets a member have quiet for some days, as if they had sent PAUSE; they are told.
     *
     * @param days 1 to {@link #MOST_DAYS}
     */
    public Attempt<Membership> pause(Transaction tx, Group group, Membership place, int days, String by) {
        Optional<Speaker> speaker = takingPart(tx, group, place);
        if (speaker.isEmpty()) {
            return Attempt.refuse(PlaceFault.NOT_IN_GROUP);
        }
        leaving.pause(tx, speaker.get(), days);
        replies.answer(tx, speaker.get(), "paused", Map.of("days", Integer.toString(days)));
        audit.add(tx, AuditEntry.of(by, "member-paused").on("place", place.id()).saying(days + " days"));
        return new Attempt.Done<>(memberships.find(tx, place.id()).orElseThrow());
    }

    /** Ends a member's pause, whoever began it; nothing happens to somebody who has none. */
    public Attempt<Membership> resume(Transaction tx, Group group, Membership place, String by) {
        Optional<Speaker> speaker = takingPart(tx, group, place);
        if (speaker.isEmpty()) {
            return Attempt.refuse(PlaceFault.NOT_IN_GROUP);
        } else if (leaving.resume(tx, speaker.get())) {
            replies.answer(tx, speaker.get(), "resumed", Map.of());
            audit.add(tx, AuditEntry.of(by, "member-resumed").on("place", place.id()));
        }
        return new Attempt.Done<>(memberships.find(tx, place.id()).orElseThrow());
    }

    private Optional<Speaker> takingPart(Transaction tx, Group group, Membership place) {
        return member(tx, place)
                .filter(member -> place.standing() == Standing.ACTIVE && !member.stopped())
                .map(member -> new Speaker(member, lines.get(place.lineId()), place, group));
    }

    private Optional<Member> member(Transaction tx, Membership place) {
        return place.memberId().flatMap(id -> members.get(tx, id));
    }

    private void record(Transaction tx, Membership place, String event, String note, String by) {
        member(tx, place)
                .ifPresent(member -> consents.record(tx, place.id(), event, note, member.language(), "person"));
        audit.add(tx, AuditEntry.of(by, "member-" + event).on("place", place.id()));
    }

    private void tell(Transaction tx, Group group, Membership place, String key, Map<String, String> values) {
        member(tx, place)
                .filter(member -> !member.stopped())
                .map(member -> new Speaker(member, lines.get(place.lineId()), place, group))
                .ifPresent(speaker -> replies.answer(tx, speaker, key, values));
    }
}
