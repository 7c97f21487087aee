package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Which of a person's places a text to a line can be for: those written from that line; if there is none, those in groups
 * that write from it too. Whoever texts another line of their group is written from that one afterwards, unless it is down.
 */
@Component
public class Whereabouts {
    private final Memberships memberships;
    private final Groups groups;
    private final GroupLines groupLines;
    private final Lines lines;
    private final Health health;
    private final Outbox outbox;

    @Inject
    public Whereabouts(
            Memberships memberships, Groups groups, GroupLines groupLines, Lines lines, Health health, Outbox outbox) {
        this.memberships = memberships;
        this.groups = groups;
        this.groupLines = groupLines;
        this.lines = lines;
        this.health = health;
        this.outbox = outbox;
    }

    /** The places that a person has on a line, or if there is none may have meant with it; none that was left for good. */
    public List<Membership> on(Transaction tx, Line line, Member member) {
        List<Membership> places = notLeft(tx, member);
        List<Membership> there =
                places.stream().filter(place -> place.lineId() == line.id()).toList();
        return there.isEmpty() ? elsewhere(tx, line, places) : there;
    }

    /** The places that a person has on other lines of groups that write from this one too. */
    public List<Membership> elsewhere(Transaction tx, Line line, Member member) {
        return elsewhere(tx, line, notLeft(tx, member));
    }

    private List<Membership> notLeft(Transaction tx, Member member) {
        return memberships.of(tx, member.id()).stream()
                .filter(place -> place.standing() != Standing.LEFT)
                .toList();
    }

    private List<Membership> elsewhere(Transaction tx, Line line, Collection<Membership> places) {
        groupLines.load(tx, places.stream().map(Membership::groupId).distinct().toList());
        return places.stream()
                .filter(place -> place.lineId() != line.id())
                .filter(place -> groupLines.has(tx, groups.get(tx, place.groupId()), line))
                .toList();
    }

    /** Brings a place to the line that the person has texted; not while nothing gets out there, or something is on the wire. */
    public Membership bring(Transaction tx, Membership place, Line line) {
        boolean stays = place.lineId() == line.id()
                || health.isOpen(line.account())
                || place.memberId()
                        .filter(member -> outbox.isSending(tx, member))
                        .isPresent();
        return stays ? place : memberships.save(tx, place.onLine(line.id()));
    }

    /** A person speaking from a place that was brought to a line, or could not be. */
    public Speaker speaker(Transaction tx, Member member, Membership place) {
        return new Speaker(member, lines.get(place.lineId()), place, groups.get(tx, place.groupId()));
    }
}
