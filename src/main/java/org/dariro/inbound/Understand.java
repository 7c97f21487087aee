package org.dariro.inbound;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Asking;
import org.dariro.conversation.Command;
import org.dariro.conversation.Keywords;
import org.dariro.conversation.Speaker;
import org.dariro.conversation.Utterance;
import org.dariro.conversation.Whereabouts;
import org.dariro.gateway.Line;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.escalation.Acknowledgement;

/** Command or post? And, for somebody in several groups on one line, which group is it for? */
@Component
public class Understand implements Step {
    private final Keywords keywords;
    private final Asking asking;
    private final Groups groups;
    private final Whereabouts whereabouts;
    private final Acknowledgement acknowledgement;
    private final InstantSource clock;

    @Inject
    public Understand(
            Keywords keywords,
            Asking asking,
            Groups groups,
            Whereabouts whereabouts,
            Acknowledgement acknowledgement,
            InstantSource clock) {
        this.acknowledgement = acknowledgement;
        this.clock = clock;
        this.keywords = keywords;
        this.asking = asking;
        this.groups = groups;
        this.whereabouts = whereabouts;
    }

    @Override
    public void apply(Arrivals arrivals) {
        arrivals.onTheirWay().forEach(arrival -> understand(arrivals.tx, arrival));
    }

    private void understand(Transaction tx, Arrival arrival) {
        if (arrival.member == null) {
            return;
        }
        String language = arrival.member.language();
        // what the carrier takes as STOP blocks the whole line there
        arrival.asked = arrival.sms.optOut() ? new Command.StopAll() : keywords.parse(arrival.text, language);
        if (arrival.asked instanceof Command.Ack && !acknowledgement.isStaff(tx, arrival.member)) {
            arrival.asked = new Command.Post(arrival.text);
        }
        if (arrival.asked instanceof Command.Address address) {
            arrival.asked = arrival.speaker
                    .map(speaker -> addressed(tx, arrival, speaker, address, language))
                    .orElseGet(() -> new Command.Post(arrival.text));
        } else {
            arrival.speaker = arrival.speaker.map(speaker -> invitedOrMember(tx, speaker, arrival.asked));
        }
    }

    /**
     * For somebody who is in a group and invited to another: an answer goes to an invitation of the last day, and the
     * invitation does not swallow what is said in the group. SEND ALL is for the group whose mentors wrote last.
     */
    private Speaker invitedOrMember(Transaction tx, Speaker speaker, Command asked) {
        if (asked instanceof Command.SendAll) {
            return asking.apart(tx, speaker.line(), speaker.member())
                    .map(place -> at(tx, speaker, place))
                    .orElse(speaker);
        }
        boolean invited = speaker.place().standing() == Standing.INVITED;
        boolean answers = asked instanceof Command.Consent || asked instanceof Command.Decline;
        boolean leaves = asked instanceof Command.Stop || asked instanceof Command.StopAll;
        if (invited && !answers && !leaves) {
            return asking.placesOn(tx, speaker.line(), speaker.member()).stream()
                    .findFirst()
                    .map(place -> at(tx, speaker, place))
                    .orElse(speaker);
        } else if (!invited && answers) {
            Instant yesterday = clock.instant().minus(Duration.ofDays(1));
            return asking.invitations(tx, speaker.line(), speaker.member()).stream()
                    .filter(place -> place.spokeAt().isAfter(yesterday))
                    .findFirst()
                    .map(place -> at(tx, speaker, place))
                    .orElse(speaker);
        }
        return speaker;
    }

    private Speaker at(Transaction tx, Speaker speaker, Membership place) {
        return new Speaker(speaker.member(), speaker.line(), place, groups.get(tx, place.groupId()));
    }

    private Command addressed(
            Transaction tx, Arrival arrival, Speaker speaker, Command.Address address, String language) {
        List<Membership> places = asking.placesOn(tx, speaker.line(), speaker.member());
        Optional<Speaker> there = places.stream()
                .map(place -> at(tx, speaker, place))
                .filter(candidate -> called(candidate.group(), address.group()))
                .findFirst()
                .or(() -> elsewhere(tx, arrival, speaker, address));
        if (there.isEmpty()) {
            // somebody in one group may well begin with @ and a nickname; in several, a slip must not go to the wrong
            // one
            arrival.addressed = places.size() > 1 ? Utterance.Addressed.TO_NOBODY : Utterance.Addressed.NOT;
            return new Command.Post(arrival.text);
        }
        arrival.speaker = there;
        arrival.addressed = Utterance.Addressed.TO_A_GROUP;
        if (address.text().isBlank()) {
            return address;
        }
        Command rest = keywords.parse(address.text(), language);
        return rest instanceof Command.Address ? new Command.Post(address.text()) : rest; // "@HOPE @Rudo hello"
    }

    /** A group that writes to this person from another line, and from the one that was texted too. */
    private Optional<Speaker> elsewhere(Transaction tx, Arrival arrival, Speaker speaker, Command.Address address) {
        Line line = arrival.line == null ? speaker.line() : arrival.line;
        return whereabouts.elsewhere(tx, line, speaker.member()).stream()
                .filter(place -> place.standing() == Standing.ACTIVE)
                .filter(place -> called(groups.get(tx, place.groupId()), address.group()))
                .findFirst()
                .map(place -> whereabouts.speaker(tx, speaker.member(), whereabouts.bring(tx, place, line)));
    }

    private static boolean called(Group group, String name) {
        return group.name().equalsIgnoreCase(name) || group.code().equalsIgnoreCase(name);
    }
}
