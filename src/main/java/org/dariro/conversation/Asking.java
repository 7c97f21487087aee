package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.delivery.Digests;
import org.dariro.gateway.Line;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Safeguard;

/** Answers questions, and changes how a member is written to: HELP, WHO, LANG, READ, and which group a text goes to. */
@Component
public class Asking {
    /** Characters of names in one answer. */
    private static final int NAMES = 130;

    private final Members members;
    private final Memberships memberships;
    private final Groups groups;
    private final GroupLog log;
    private final Digests digests;
    private final Messages messages;
    private final Replies replies;
    private final Safeguard safeguard;

    @Inject
    public Asking(
            Members members,
            Memberships memberships,
            Groups groups,
            GroupLog log,
            Digests digests,
            Messages messages,
            Replies replies,
            Safeguard safeguard) {
        this.log = log;
        this.members = members;
        this.memberships = memberships;
        this.groups = groups;
        this.digests = digests;
        this.messages = messages;
        this.replies = replies;
        this.safeguard = safeguard;
    }

    void help(Transaction tx, Speaker speaker) {
        String help = replies.text(
                speaker.member(),
                "help",
                Map.of(
                        "group", speaker.group().name(),
                        "mentor", replies.mentor(tx, speaker.group().id()),
                        "contact", replies.settings().contact()));
        String lines = safeguard
                .linesToCall(speaker.group(), speaker.member().language())
                .map(contacts -> "\n" + replies.text(speaker.member(), "help-contacts", Map.of("contacts", contacts)))
                .orElse("");
        replies.say(tx, speaker, help + lines);
        List<Membership> places = placesOn(tx, speaker.line(), speaker.member());
        if (places.size() > 1) {
            replies.answer(tx, speaker, "group-choices", Map.of("groups", names(tx, places)));
        }
    }

    void helpStranger(Transaction tx, Line line, Member member) {
        replies.answer(
                tx,
                line,
                member,
                "help-stranger",
                Map.of("contact", replies.settings().contact()));
    }

    void who(Transaction tx, Speaker speaker) {
        StringBuilder names = new StringBuilder();
        for (Membership place : memberships.in(tx, speaker.group().id())) {
            boolean other = place.id() != speaker.place().id() && place.standing() == Standing.ACTIVE;
            if (other && names.length() + place.name().length() < NAMES) {
                names.append(names.isEmpty() ? "" : ", ").append(place.name());
            }
        }
        replies.answer(tx, speaker, names.isEmpty() ? "who-alone" : "who", Map.of("names", names.toString()));
    }

    /** Changes the language; the answer comes in the new one. */
    Meaning language(Transaction tx, Speaker speaker, String codeOrName) {
        Optional<String> language = messages.language(codeOrName);
        if (language.isEmpty()) {
            replies.answer(tx, speaker, "language-unknown", Map.of("languages", languageNames()));
            return Meaning.UNUSABLE;
        }
        replies.answer(tx, speaker.as(speak(tx, speaker, language.get())), "language-changed");
        return Meaning.COMMAND;
    }

    /** Changes the language that a member is written to in. */
    public Member speak(Transaction tx, Speaker speaker, String language) {
        return members.speak(tx, speaker.member(), language);
    }

    private String languageNames() {
        return messages.languages().stream().map(messages::languageName).collect(Collectors.joining(", "));
    }

    /** Changes how a member's texts come, and says so; {@code hours} as in {@link #read}. */
    void mode(Transaction tx, Speaker speaker, ReadingMode mode, List<Integer> hours) {
        read(tx, speaker, mode, hours);
        String key =
                switch (mode) {
                    case AT_ONCE -> "mode-changed-at-once";
                    case BUNDLED, ADAPTIVE -> "mode-changed-bundled";
                    case DIGEST -> "mode-changed-digest";
                    case USSD_ONLY -> "mode-changed-ussd";
                };
        String code = speaker.line().serviceCode();
        replies.answer(
                tx,
                speaker,
                key,
                mode == ReadingMode.DIGEST
                        ? Map.of("hours", clock(hours.isEmpty() ? digests.usual() : hours))
                        : Map.of("code", code.isEmpty() ? speaker.line().address() : code));
    }

    /**
     * Changes how a member's texts come.
     *
     * @param hours those wished for a digest; none for the usual ones
     */
    public void read(Transaction tx, Speaker speaker, ReadingMode mode, List<Integer> hours) {
        if (speaker.place().modeIn(speaker.group()) == ReadingMode.USSD_ONLY && mode != ReadingMode.USSD_ONLY) {
            long last = log.lastSeq(tx, speaker.group().id());
            log.readTo(tx, List.of(speaker.place().id()), last - Membership.CATCH_UP);
        }
        memberships.save(tx, speaker.place().reading(mode));
        if (mode == ReadingMode.DIGEST) {
            digests.choose(tx, speaker.place().id(), hours);
        }
        // what waited for a bundle, or to be read by dialling, may be due in the new mode
        tx.afterCommit(() -> log.wakeAt(speaker.group().id(), Instant.EPOCH));
    }

    private static String clock(List<Integer> hours) {
        return hours.stream().distinct().sorted().map(hour -> hour + ":00").collect(Collectors.joining(", "));
    }

    /** {@code @HOPE} alone: texts go there from now on. */
    void turnTo(Transaction tx, Speaker speaker) {
        memberships.spoke(tx, speaker.place());
        replies.answer(tx, speaker, "group-switched");
    }

    /** {@code @} and a name that is none of the member's groups. */
    void unknownGroup(Transaction tx, Speaker speaker) {
        replies.answer(
                tx,
                speaker,
                "group-unknown",
                Map.of("groups", names(tx, placesOn(tx, speaker.line(), speaker.member()))));
    }

    /** The groups that a person takes part in on a line, the one last turned to first. */
    public List<Membership> placesOn(Transaction tx, Line line, Member member) {
        return placesOn(tx, line, member, Standing.ACTIVE);
    }

    /** The groups that a person was invited to on a line and has not answered, the latest first. */
    public List<Membership> invitations(Transaction tx, Line line, Member member) {
        return placesOn(tx, line, member, Standing.INVITED);
    }

    /** Of the groups that a person takes part in on a line, the one where private words were exchanged last. */
    public Optional<Membership> apart(Transaction tx, Line line, Member member) {
        return placesOn(tx, line, member).stream()
                .filter(place -> place.aside() != null)
                .max(Comparator.comparing(
                        place -> Objects.requireNonNull(place.aside()).at()));
    }

    private List<Membership> placesOn(Transaction tx, Line line, Member member, Standing standing) {
        return memberships.of(tx, member.id()).stream()
                .filter(place -> place.lineId() == line.id() && place.standing() == standing)
                .sorted(Comparator.comparing(Membership::spokeAt).reversed().thenComparing(Membership::id))
                .toList();
    }

    private String names(Transaction tx, List<Membership> places) {
        List<String> names = new ArrayList<>();
        places.forEach(place -> names.add(groups.get(tx, place.groupId()).name()));
        return String.join(", ", names);
    }
}
