package org.dariro.programme;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;

/**
 * The voice in which the programme itself speaks in a group: a mentor's place without a phone, under a name of the language
 * of the group. It is made when it is needed first.
 */
@Component
public class ProgrammeVoice {
    private final Memberships memberships;
    private final GroupLog log;
    private final Messages messages;

    @Inject
    public ProgrammeVoice(Memberships memberships, GroupLog log, Messages messages) {
        this.memberships = memberships;
        this.log = log;
        this.messages = messages;
    }

    /** Its name in a group. */
    public String name(Group group) {
        return messages.text(group.language(), "programme-voice", Map.of());
    }

    /** Its place; with two digits after the name where a member has that already. */
    public Membership in(Transaction tx, Group group) {
        log.lock(tx, List.of(group.id())); // or two nodes would make it at once
        String name = name(group);
        for (int i = 1; i < 99; i++) {
            Nickname nickname = nickname(i == 1 ? name : name + i);
            Optional<Membership> there = memberships.in(tx, group.id()).stream()
                    .filter(place -> nickname.key().equals(Nickname.keyOf(place.nickname())))
                    .findFirst();
            if (there.isEmpty()) {
                return memberships.add(
                        tx,
                        group,
                        Optional.empty(),
                        group.lineId(),
                        Role.MENTOR,
                        Standing.ACTIVE,
                        nickname,
                        log.lastSeq(tx, group.id()));
            } else if (there.get().role() == Role.MENTOR
                    && there.get().memberId().isEmpty()) {
                Membership place = there.get();
                return place.standing() == Standing.ACTIVE ? place : memberships.save(tx, place.with(Standing.ACTIVE));
            }
        }
        throw new IllegalStateException("The programme finds no name in group " + group.id());
    }

    private static Nickname nickname(String name) {
        return Nickname.parse(name).match(good -> good, bad -> {
            throw new IllegalStateException("programme-voice cannot be a nickname: " + name);
        });
    }
}
