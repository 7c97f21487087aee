package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;

/** Changes people's places on staff's word. A person who takes part is told of a change, as if they had asked. */
@Component
public class Tending {
    private final Members members;
    private final Memberships memberships;
    private final Lines lines;
    private final Messages messages;
    private final Keywords keywords;
    private final Naming naming;
    private final Joining joining;
    private final Asking asking;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Tending(
            Members members,
            Memberships memberships,
            Lines lines,
            Messages messages,
            Keywords keywords,
            Naming naming,
            Joining joining,
            Asking asking) {
        this.members = members;
        this.memberships = memberships;
        this.lines = lines;
        this.messages = messages;
        this.keywords = keywords;
        this.naming = naming;
        this.joining = joining;
        this.asking = asking;
    }

    /** What is to be changed; what is empty stays as it is. */
    public record Change(Optional<ReadingMode> mode, Optional<String> language, Optional<String> nickname) {}

    /** Changes a place. */
    public Attempt<Membership> change(Transaction tx, Group group, Membership place, Change change) {
        Optional<Member> member = place.memberId().flatMap(id -> members.get(tx, id));
        List<Fault> faults = faults(tx, group, place, change);
        if (!faults.isEmpty()) {
            return new Attempt.Refused<>(faults);
        }
        change.language()
                .flatMap(messages::language)
                .ifPresent(language -> speak(tx, group, place, member.orElseThrow(), language));
        change.nickname().ifPresent(nickname -> name(tx, group, place, nickname));
        change.mode().ifPresent(mode -> read(tx, group, fresh(tx, place), mode));
        return new Attempt.Done<>(fresh(tx, place));
    }

    private Membership fresh(Transaction tx, Membership place) {
        return memberships.find(tx, place.id()).orElseThrow();
    }

    private List<Fault> faults(Transaction tx, Group group, Membership place, Change change) {
        List<Fault> faults = new ArrayList<>();
        if (place.standing() == Standing.LEFT) {
            faults.add(PlaceFault.NOT_IN_GROUP);
        }
        boolean phone = place.memberId().flatMap(id -> members.get(tx, id)).isPresent();
        if (!phone && (change.mode().isPresent() || change.language().isPresent())) {
            faults.add(PlaceFault.NO_PHONE);
        }
        if (change.language().isPresent()
                && change.language().flatMap(messages::language).isEmpty()) {
            faults.add(PlaceFault.LANGUAGE_UNKNOWN);
        }
        change.nickname()
                .flatMap(nickname -> naming.fault(tx, group, nickname, place.id()))
                .ifPresent(faults::add);
        if (change.mode().filter(mode -> mode == ReadingMode.USSD_ONLY).isPresent()
                && lines.get(place.lineId()).serviceCode().isEmpty()) {
            faults.add(PlaceFault.NO_SERVICE_CODE);
        }
        return faults;
    }

    /** The person as one who can be told; empty for somebody who takes no part or has no phone. */
    private Optional<Speaker> listener(Transaction tx, Group group, Membership place) {
        boolean takesPart = place.standing() == Standing.ACTIVE || place.standing() == Standing.NAMING;
        return place.memberId()
                .flatMap(id -> members.get(tx, id))
                .filter(member -> takesPart && !member.stopped())
                .map(member -> new Speaker(member, lines.get(place.lineId()), place, group));
    }

    private void speak(Transaction tx, Group group, Membership place, Member member, String language) {
        listener(tx, group, place)
                .ifPresentOrElse(
                        speaker -> asking.language(tx, speaker, language), () -> members.speak(tx, member, language));
    }

    private void name(Transaction tx, Group group, Membership place, String nickname) {
        listener(tx, group, place)
                .ifPresentOrElse(
                        speaker -> joining.name(tx, speaker, nickname, keywords.reserved()),
                        () -> naming.check(tx, group, nickname, place.id())
                                .match(good -> memberships.save(tx, place.named(good.text())), bad -> place));
    }

    private void read(Transaction tx, Group group, Membership place, ReadingMode mode) {
        listener(tx, group, place)
                .ifPresentOrElse(
                        speaker -> asking.mode(tx, speaker, mode, List.of()),
                        () -> memberships.save(tx, place.reading(mode)));
    }
}
