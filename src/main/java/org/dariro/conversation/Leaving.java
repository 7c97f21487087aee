package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.group.DueGroups;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** STOP and START, PAUSE and RESUME. STOP is answered once, holds until START, and no one else hears of it. */
@Component
public class Leaving {
    private final Members members;
    private final Memberships memberships;
    private final Groups groups;
    private final GroupLog log;
    private final DueGroups due;
    private final ConsentDao consents;
    private final Outbox outbox;
    private final Replies replies;
    private final InstantSource clock;

    @Inject
    public Leaving(
            Members members,
            Memberships memberships,
            Groups groups,
            GroupLog log,
            DueGroups due,
            ConsentDao consents,
            Outbox outbox,
            Replies replies,
            InstantSource clock) {
        this.members = members;
        this.memberships = memberships;
        this.groups = groups;
        this.log = log;
        this.due = due;
        this.consents = consents;
        this.outbox = outbox;
        this.replies = replies;
        this.clock = clock;
    }

    /** STOP in one group. */
    void stop(Transaction tx, Speaker speaker, String words) {
        leave(tx, speaker.member(), speaker.place(), words);
        outbox.cancel(tx, speaker.member().id(), speaker.group().id());
        replies.answer(tx, speaker, "stopped");
    }

    private void leave(Transaction tx, Member member, Membership place, String words) {
        consents.record(tx, place.id(), "withdrawn", words, member.language(), "sms");
        memberships.save(tx, place.with(Standing.STOPPED));
    }

    /** STOP ALL: every group, and everything else. */
    void stopAll(Transaction tx, Line line, Member member, String words) {
        takesPart(tx, member).forEach(place -> leave(tx, member, place, words));
        invitations(tx, member).forEach(place -> refuse(tx, member, place, words));
        members.stopAll(tx, member);
        outbox.cancel(tx, member.id(), null);
        replies.answer(tx, line, member, "stopped-all", Map.of());
    }

    private List<Membership> takesPart(Transaction tx, Member member) {
        return memberships.of(tx, member.id()).stream()
                .filter(place -> place.standing() == Standing.ACTIVE || place.standing() == Standing.NAMING)
                .toList();
    }

    private List<Membership> invitations(Transaction tx, Member member) {
        return memberships.of(tx, member.id()).stream()
                .filter(place -> place.standing() == Standing.INVITED)
                .toList();
    }

    /** Who has not said yes is no member: START must not bring them in. */
    private void refuse(Transaction tx, Member member, Membership place, String words) {
        consents.record(tx, place.id(), "refused", words, member.language(), "sms");
        memberships.save(tx, place.with(Standing.LEFT));
    }

    /** START: back in the groups that were left on this line, from their next post on. */
    Meaning start(Transaction tx, Line line, Member member, String words) {
        List<Membership> left = memberships.of(tx, member.id()).stream()
                .filter(place -> place.standing() == Standing.STOPPED && place.lineId() == line.id())
                .toList();
        Member back = member.stopped() ? members.startAll(tx, member) : member;
        if (left.isEmpty()) {
            replies.answer(tx, line, back, "start-nothing", Map.of());
            return Meaning.UNUSABLE;
        }
        for (Membership place : left) {
            consents.record(tx, place.id(), "renewed", words, back.language(), "sms");
            Membership again = memberships.save(
                    tx,
                    place.with(place.nickname() == null ? Standing.NAMING : Standing.ACTIVE)
                            .pausing(null));
            log.readTo(tx, List.of(again.id()), log.lastSeq(tx, again.groupId()));
            Speaker speaker = new Speaker(back, line, again, groups.get(tx, again.groupId()));
            replies.answer(tx, speaker, "started");
            if (again.standing() == Standing.NAMING) {
                replies.answer(tx, speaker, "ask-nickname", Map.of("max", Integer.toString(Joining.LONGEST_NICKNAME)));
            }
        }
        return Meaning.COMMAND;
    }

    /** Nothing of this group is sent for some days. Safety and answers to the member's own texts go on. */
    public void pause(Transaction tx, Speaker speaker, int days) {
        Instant until = clock.instant().plus(Duration.ofDays(days));
        memberships.save(tx, speaker.place().pausing(until));
        long group = speaker.group().id();
        tx.afterCommit(() -> due.wakeAt(group, until));
    }

    /** Ends a pause; the latest posts follow. False when there was none. */
    public boolean resume(Transaction tx, Speaker speaker) {
        if (!speaker.place().paused(clock.instant())) {
            return false;
        }
        memberships.save(tx, speaker.place().pausing(null));
        long last = log.lastSeq(tx, speaker.group().id());
        log.readTo(tx, List.of(speaker.place().id()), last - Membership.CATCH_UP);
        long group = speaker.group().id();
        tx.afterCommit(() -> due.wake(group));
        return true;
    }
}
