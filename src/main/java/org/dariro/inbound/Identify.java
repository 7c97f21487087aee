package org.dariro.inbound;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Meaning;
import org.dariro.conversation.Whereabouts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Numbers;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Whose is it? The line by its address, the person by the number, the place in a group by where this person last turned to
 * on this line, or on another line of the group. Texts of our own numbers, short codes and names are recorded and go no further.
 */
@Component
public class Identify implements Step {
    private final Lines lines;
    private final Members members;
    private final Memberships memberships;
    private final Groups groups;
    private final Whereabouts whereabouts;

    @Inject
    public Identify(Lines lines, Members members, Memberships memberships, Groups groups, Whereabouts whereabouts) {
        this.lines = lines;
        this.members = members;
        this.memberships = memberships;
        this.groups = groups;
        this.whereabouts = whereabouts;
    }

    @Override
    public void apply(Arrivals arrivals) {
        arrivals.all().forEach(this::read);
        Transaction tx = arrivals.tx;
        members.load(
                tx,
                arrivals.onTheirWay()
                        .flatMap(arrival -> Optional.ofNullable(arrival.from).stream())
                        .toList());
        arrivals.onTheirWay().forEach(arrival -> {
            if (arrival.from != null) {
                arrival.member = members.findOrRegister(tx, arrival.from, "en");
            }
        });
        List<Long> memberIds = arrivals.onTheirWay()
                .flatMap(arrival -> Optional.ofNullable(arrival.member).stream())
                .map(Member::id)
                .toList();
        memberships.load(tx, memberIds);
        groups.load(
                tx,
                memberIds.stream()
                        .flatMap(id -> memberships.of(tx, id).stream())
                        .map(Membership::groupId)
                        .toList());
        arrivals.onTheirWay().forEach(arrival -> place(tx, arrival));
    }

    private void read(Arrival arrival) {
        Optional<Line> line = lines.byAddress(arrival.sms.account(), arrival.sms.to());
        arrival.line = line.orElse(null);
        Optional<Msisdn> from = Numbers.possible(arrival.sms.from()).filter(number -> !lines.isOwn(number));
        arrival.from = from.orElse(null);
        if (from.isEmpty()) {
            arrival.meaning = Meaning.NO_PERSON;
        } else if (line.isEmpty()) {
            arrival.meaning = Meaning.NO_LINE;
        }
    }

    private void place(Transaction tx, Arrival arrival) {
        Member member = arrival.member;
        Line line = arrival.line;
        if (member != null && line != null) {
            List<Membership> places = whereabouts.on(tx, line, member).stream()
                    .map(place -> whereabouts.bring(tx, place, line))
                    .toList();
            arrival.speaker = current(places).map(place -> whereabouts.speaker(tx, member, place));
        }
    }

    /** Places that were left count last, so that a text after one STOP goes to the groups that remain. */
    private static Optional<Membership> current(List<Membership> places) {
        return places.stream()
                .min(Comparator.comparing((Membership place) -> place.standing() == Standing.STOPPED)
                        .thenComparing(Membership::spokeAt, Comparator.reverseOrder())
                        .thenComparing(Membership::id));
    }
}
