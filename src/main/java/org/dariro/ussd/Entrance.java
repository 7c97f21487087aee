package org.dariro.ussd;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Speaker;
import org.dariro.conversation.Whereabouts;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;

/**
 * Who dials, and for which place in a group: the one last turned to on this line. Nobody is registered by dialling, and
 * consent is only given by SMS, where its wording can be kept and read again.
 */
@Component
public class Entrance {
    private final Members members;
    private final Groups groups;
    private final Whereabouts whereabouts;
    private final Messages messages;

    @Inject
    public Entrance(Members members, Groups groups, Whereabouts whereabouts, Messages messages) {
        this.members = members;
        this.groups = groups;
        this.whereabouts = whereabouts;
        this.messages = messages;
    }

    /** Lets a caller in, or says why not. */
    Admission admit(Transaction tx, Line line, Msisdn number) {
        Optional<Member> known = members.find(tx, number);
        if (known.isEmpty()) {
            return refuse(Messages.ENGLISH, "ussd-not-member", Map.of());
        }
        Member member = known.get();
        if (member.stopped()) {
            return refuse(member.language(), "ussd-stopped", Map.of());
        }
        return on(tx, line, member).stream()
                .findFirst()
                .map(place -> admit(whereabouts.speaker(tx, member, place)))
                .orElseGet(() -> refuse(member.language(), "ussd-not-member", Map.of()));
    }

    /** A place that a session was at, if it may go on there. */
    Optional<Speaker> at(Transaction tx, Speaker now, long place) {
        return on(tx, now.line(), now.member()).stream()
                .filter(known -> known.id() == place)
                .map(known -> new Speaker(now.member(), now.line(), known, groups.get(tx, known.groupId())))
                .filter(speaker -> admit(speaker) instanceof Admission.Admitted)
                .findFirst();
    }

    /** The places on a line, or if there are none those of groups that write from it too: open groups first, then as far as a person has come in them, then the latest. */
    private List<Membership> on(Transaction tx, Line line, Member member) {
        return whereabouts.on(tx, line, member).stream()
                .sorted(Comparator.comparing((Membership place) ->
                                groups.get(tx, place.groupId()).closed())
                        .thenComparing(Entrance::order)
                        .thenComparing(Membership::spokeAt, Comparator.reverseOrder())
                        .thenComparing(Membership::id))
                .toList();
    }

    private static int order(Membership place) {
        return switch (place.standing()) {
            case ACTIVE -> 0;
            case NAMING -> 1;
            case INVITED -> 2;
            case STOPPED -> 3;
            case LEFT -> 4;
        };
    }

    private Admission admit(Speaker speaker) {
        Group group = speaker.group();
        String language = speaker.member().language();
        Map<String, String> values = Map.of("group", group.name());
        if (group.closed() && speaker.place().standing() != Standing.STOPPED) {
            return refuse(language, "ussd-group-closed", values);
        }
        return switch (speaker.place().standing()) {
            case ACTIVE, NAMING -> new Admission.Admitted(speaker);
            case INVITED -> refuse(language, "consent-reminder", values);
            case STOPPED -> refuse(language, "ussd-stopped", values);
            case LEFT -> refuse(language, "ussd-not-member", values);
        };
    }

    private Admission refuse(String language, String key, Map<String, String> values) {
        return new Admission.Refused(ScreenText.fill(messages, language, key, values, Lettering.SCREEN));
    }
}
