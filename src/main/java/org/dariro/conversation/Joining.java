package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateway.Line;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Invites, asks for consent, takes the answer, and settles the nickname. */
@Component
public class Joining {
    /** Letters of the longest nickname. */
    public static final int LONGEST_NICKNAME = 12;

    private final Members members;
    private final Groups groups;
    private final GroupLog log;
    private final Memberships memberships;
    private final ConsentDao consents;
    private final Replies replies;

    @Inject
    public Joining(
            Members members,
            Groups groups,
            GroupLog log,
            Memberships memberships,
            ConsentDao consents,
            Replies replies) {
        this.members = members;
        this.groups = groups;
        this.log = log;
        this.memberships = memberships;
        this.consents = consents;
        this.replies = replies;
    }

    /** {@code JOIN <code>}, from somebody in this group, in others or in none. */
    Meaning join(Transaction tx, Line line, Member member, Command.Join join, Set<String> reserved) {
        Optional<Group> group = join.code().isEmpty() ? Optional.empty() : groups.byCode(tx, join.code());
        if (group.isEmpty()) {
            replies.answer(
                    tx, line, member, join.code().isEmpty() ? "join-code-missing" : "join-unknown-code", Map.of());
            return Meaning.UNUSABLE;
        }
        Optional<Membership> place = placeIn(tx, member, group.get());
        if (place.filter(known -> known.standing() == Standing.ACTIVE || known.standing() == Standing.NAMING)
                .isPresent()) {
            Speaker speaker = new Speaker(member, line, memberships.spoke(tx, place.get()), group.get());
            replies.answer(
                    tx, speaker, speaker.place().nickname() == null ? "ask-nickname" : "join-already", maximum());
            return Meaning.COMMAND;
        }
        boolean isNew = memberships.of(tx, member.id()).isEmpty();
        Member asked = isNew ? members.speak(tx, member, group.get().language()) : member; // until they choose one
        boolean comes = place.filter(known -> known.standing() != Standing.LEFT).isEmpty();
        if (group.get().closed() || (comes && groups.isClosing(tx, group.get().id()))) {
            String key = group.get().closed() ? "join-closed" : "join-closing";
            replies.answer(tx, line, asked, key, Map.of("group", group.get().name()));
            return Meaning.UNUSABLE;
        }
        @Nullable Nickname nickname = free(tx, group.get(), join.nickname().orElse(""), reserved);
        Membership invited = place.map(known -> again(tx, known, line, nickname))
                .orElseGet(() -> memberships.add(
                        tx,
                        group.get(),
                        Optional.of(member.id()),
                        line.id(),
                        Role.MEMBER,
                        Standing.INVITED,
                        nickname,
                        log.lastSeq(tx, group.get().id())));
        ask(tx, new Speaker(asked, line, invited, group.get()));
        return Meaning.COMMAND;
    }

    private Membership again(Transaction tx, Membership known, Line line, @Nullable Nickname nickname) {
        Membership asked = memberships.spoke(tx, known).with(Standing.INVITED).onLine(line.id());
        return memberships.save(tx, nickname == null ? asked : asked.named(nickname.text()));
    }

    private Optional<Membership> placeIn(Transaction tx, Member member, Group group) {
        return memberships.of(tx, member.id()).stream()
                .filter(place -> place.groupId() == group.id())
                .findFirst();
    }

    /** The nickname somebody gave with JOIN, if it is good and free; otherwise they are asked for one later. */
    private @Nullable Nickname free(Transaction tx, Group group, String written, Set<String> reserved) {
        Nickname nickname = Nickname.parse(written, reserved).match(good -> good, bad -> null);
        return nickname == null || memberships.nicknameTaken(tx, group.id(), nickname, -1) ? null : nickname;
    }

    /** Sends the consent text and records its wording. */
    public void ask(Transaction tx, Speaker invited) {
        Map<String, String> values = Map.of(
                "programme", replies.settings().programme(),
                "group", invited.group().name(),
                "texts", Integer.toString(replies.settings().textsADay()));
        consents.record(
                tx,
                invited.place().id(),
                "asked",
                replies.text(invited.member(), "consent", values),
                invited.member().language(),
                "sms");
        replies.answer(tx, invited, "consent", values);
    }

    /** YES: the person takes part, once there is a nickname; unless the group has ended since they were asked. */
    void consent(Transaction tx, Speaker speaker, String words) {
        if (speaker.group().closed()) {
            memberships.save(tx, speaker.place().with(Standing.LEFT));
            replies.answer(tx, speaker, "join-closed");
            return;
        }
        consents.record(
                tx, speaker.place().id(), "given", words, speaker.member().language(), "sms");
        boolean stopped = speaker.member().stopped(); // everything, once; and has asked to join since
        welcome(tx, stopped ? speaker.as(members.startAll(tx, speaker.member())) : speaker);
    }

    /** A coordinator has recorded consent given in person. */
    public void consentInPerson(Transaction tx, Speaker speaker, String note) {
        consents.record(
                tx, speaker.place().id(), "given", note, speaker.member().language(), "person");
        welcome(tx, speaker);
    }

    private void welcome(Transaction tx, Speaker speaker) {
        if (speaker.place().nickname() == null) {
            memberships.save(tx, speaker.place().with(Standing.NAMING));
            replies.answer(tx, speaker, "ask-nickname", maximum());
        } else {
            activate(tx, speaker);
        }
    }

    /** From now on this person reads and writes; what was posted before is not sent to them. */
    private void activate(Transaction tx, Speaker speaker) {
        Membership active = memberships.save(tx, speaker.place().with(Standing.ACTIVE));
        log.readTo(
                tx,
                java.util.List.of(active.id()),
                log.lastSeq(tx, speaker.group().id()));
        replies.answer(
                tx,
                speaker.as(active),
                "welcome",
                Map.of("nickname", active.name(), "mentor", replies.mentor(tx, active.groupId())));
    }

    /** NO, or STOP before consent. */
    void decline(Transaction tx, Speaker speaker, String words) {
        consents.record(
                tx, speaker.place().id(), "refused", words, speaker.member().language(), "sms");
        memberships.save(tx, speaker.place().with(Standing.LEFT));
        replies.answer(tx, speaker, "declined", Map.of("code", speaker.group().code()));
    }

    /** Gives or changes a nickname; answers what came of it. */
    public Meaning name(Transaction tx, Speaker speaker, String written, Set<String> reserved) {
        Optional<String> fault = nicknameFault(tx, speaker, written, reserved);
        if (fault.isPresent()) {
            replies.answer(
                    tx,
                    speaker,
                    fault.get(),
                    Map.of("nickname", written.strip(), "max", Integer.toString(LONGEST_NICKNAME)));
            return Meaning.UNUSABLE;
        }
        return Nickname.parse(written, reserved).match(good -> take(tx, speaker, good), bad -> Meaning.UNUSABLE);
    }

    /** Why a nickname cannot be given, as the message that says so; empty when it can. */
    public Optional<String> nicknameFault(Transaction tx, Speaker speaker, String written, Set<String> reserved) {
        return Nickname.parse(written, reserved)
                .match(
                        good -> memberships.nicknameTaken(
                                        tx,
                                        speaker.group().id(),
                                        good,
                                        speaker.place().id())
                                ? Optional.of("nickname-taken")
                                : Optional.empty(),
                        bad -> Optional.of(
                                switch (bad) {
                                    case DIGITS -> "nickname-number";
                                    case RESERVED -> "nickname-reserved";
                                    case TOO_SHORT, TOO_LONG, CHARACTERS -> "nickname-bad";
                                }));
    }

    private Meaning take(Transaction tx, Speaker speaker, Nickname nickname) {
        Map<String, String> named = Map.of("nickname", nickname.text());
        Speaker renamed = speaker.as(memberships.save(tx, speaker.place().named(nickname.text())));
        if (speaker.place().standing() == Standing.NAMING) {
            activate(tx, renamed);
        } else {
            replies.answer(tx, renamed, "nickname-changed", named);
        }
        return Meaning.COMMAND;
    }

    private static Map<String, String> maximum() {
        return Map.of("max", Integer.toString(LONGEST_NICKNAME));
    }
}
