package org.dariro.inbound;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Asking;
import org.dariro.conversation.Command;
import org.dariro.conversation.Keywords;
import org.dariro.conversation.Speaker;
import org.dariro.conversation.Utterance;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Command or post? And, for somebody in several groups on one line, which group is it for? */
@Component
public class Understand implements Step {
    private final Keywords keywords;
    private final Asking asking;
    private final Groups groups;

    @Inject
    public Understand(Keywords keywords, Asking asking, Groups groups) {
        this.keywords = keywords;
        this.asking = asking;
        this.groups = groups;
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
        arrival.asked = arrival.sms.optOut() ? new Command.Stop() : keywords.parse(arrival.text, language);
        if (arrival.asked instanceof Command.Address address) {
            arrival.asked = arrival.speaker
                    .map(speaker -> addressed(tx, arrival, speaker, address, language))
                    .orElseGet(() -> new Command.Post(arrival.text));
        }
    }

    private Command addressed(
            Transaction tx, Arrival arrival, Speaker speaker, Command.Address address, String language) {
        List<Membership> places = asking.placesOn(tx, speaker.line(), speaker.member());
        Optional<Speaker> there = places.stream()
                .map(place -> new Speaker(speaker.member(), speaker.line(), place, groups.get(tx, place.groupId())))
                .filter(candidate -> called(candidate.group(), address.group()))
                .findFirst();
        if (there.isEmpty()) {
            // somebody in one group may well begin with @ and a nickname; in several, a slip must not go to the wrong
            // one
            arrival.addressed = places.size() > 1 ? Utterance.Addressed.TO_NOBODY : Utterance.Addressed.NOT;
            return new Command.Post(arrival.text);
        }
        arrival.speaker = there;
        arrival.addressed = Utterance.Addressed.TO_A_GROUP;
        return address.text().isBlank() ? address : keywords.parse(address.text(), language);
    }

    private static boolean called(Group group, String name) {
        return group.name().equalsIgnoreCase(name) || group.code().equalsIgnoreCase(name);
    }
}
