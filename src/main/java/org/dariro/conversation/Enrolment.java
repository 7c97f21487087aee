package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.delivery.Digests;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Pricing;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.member.Numbers;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Enrols people on a coordinator's word. A member is asked for consent by SMS, or the coordinator notes how it was given in
 * person; a mentor takes part at once. Each is written from the cheapest healthy line of the group that reaches them. A STOP or a no that was said before is never overruled.
 */
@Component
public class Enrolment {
    private static final String AS_MENTOR = "Enrolled as a mentor.";
    private final Members members;
    private final Memberships memberships;
    private final GroupLog log;
    private final Lines lines;
    private final Pricing pricing;
    private final Messages messages;
    private final Naming naming;
    private final Joining joining;
    private final ConsentDao consents;
    private final StaffRoll staff;
    private final AuditLog audit;

    @Inject
    public Enrolment(
            Members members,
            Memberships memberships,
            GroupLog log,
            Lines lines,
            Pricing pricing,
            Messages messages,
            Naming naming,
            Joining joining,
            ConsentDao consents,
            StaffRoll staff,
            AuditLog audit) {
        this.members = members;
        this.memberships = memberships;
        this.log = log;
        this.lines = lines;
        this.pricing = pricing;
        this.messages = messages;
        this.naming = naming;
        this.joining = joining;
        this.consents = consents;
        this.staff = staff;
        this.audit = audit;
    }

    /**
     * Who is to be enrolled, as it was typed.
     *
     * @param number with {@code +} and country code; empty for a mentor without a phone
     * @param nickname empty to let a member choose one
     * @param language a language's code or name; empty for the group's, or what the person has chosen before
     * @param consentNote how consent was given in person; empty to ask for it by SMS
     */
    public record Wish(String number, String nickname, String language, Role role, Optional<String> consentNote) {
        /** Masked. */
        @Override
        public String toString() {
            return "Wish[" + role + "]";
        }
    }

    /** What a wish turned out to be. */
    private record Read(
            Optional<Msisdn> number,
            Optional<Member> member,
            Optional<Membership> place,
            Optional<Nickname> nickname,
            Optional<String> language,
            List<Fault> faults) {}

    /** What stands in the way; nothing is changed. */
    public List<Fault> check(Transaction tx, Group group, Wish wish) {
        return read(tx, group, wish).faults();
    }

    /** Enrols somebody; {@code by} is who does so, as the audit trail names people. */
    public Attempt<Membership> enrol(Transaction tx, Group group, Wish wish, String by) {
        Read read = read(tx, group, wish);
        if (!read.faults().isEmpty()) {
            return new Attempt.Refused<>(read.faults());
        }
        Optional<Member> member = read.number().map(number -> person(tx, group, number, read.language()));
        long line = member.map(one -> pricing.choose(tx, group, one).id()).orElse(group.lineId());
        Membership place = read.place()
                .map(known -> again(tx, group, known, line, read.nickname()))
                .orElseGet(() -> memberships.add(
                        tx,
                        group,
                        member.map(Member::id),
                        line,
                        wish.role(),
                        wish.role() == Role.MENTOR ? Standing.ACTIVE : Standing.INVITED,
                        orNull(read.nickname()),
                        log.lastSeq(tx, group.id())));
        if (wish.role() == Role.MENTOR) {
            member.ifPresent(mentor -> {
                consents.record(
                        tx, place.id(), "given", wish.consentNote().orElse(AS_MENTOR), mentor.language(), "person");
                staff.serve(tx, mentor, place.name(), Digests.zone(group.country()), group.id(), place.id());
            });
        } else {
            Speaker speaker = new Speaker(member.orElseThrow(), lines.get(place.lineId()), place, group);
            wish.consentNote()
                    .ifPresentOrElse(
                            note -> joining.consentInPerson(tx, speaker, note), () -> joining.ask(tx, speaker));
        }
        audit.add(
                tx, AuditEntry.of(by, "member-enrolled").on("place", place.id()).on("group", group.id()));
        return new Attempt.Done<>(memberships.find(tx, place.id()).orElseThrow());
    }

    private static @Nullable Nickname orNull(Optional<Nickname> nickname) {
        return nickname.isPresent() ? nickname.get() : null;
    }

    private Member person(Transaction tx, Group group, Msisdn number, Optional<String> language) {
        Member member = members.findOrRegister(tx, number, language.orElse(group.language()));
        return language.filter(chosen -> !chosen.equals(member.language()))
                .map(chosen -> members.speak(tx, member, chosen))
                .orElse(member);
    }

    private Membership again(Transaction tx, Group group, Membership known, long line, Optional<Nickname> nickname) {
        Membership back = memberships
                .spoke(tx, known)
                .with(known.role() == Role.MENTOR ? Standing.ACTIVE : Standing.INVITED)
                .onLine(line);
        log.readTo(tx, List.of(known.id()), log.lastSeq(tx, group.id()));
        return memberships.save(
                tx, nickname.map(name -> back.named(name.text())).orElse(back));
    }

    private Read read(Transaction tx, Group group, Wish wish) {
        List<Fault> faults = new ArrayList<>();
        if (group.closed()) {
            faults.add(PlaceFault.GROUP_CLOSED);
        }
        Optional<Msisdn> number = Numbers.possible(wish.number());
        Optional<Member> member = number.flatMap(known -> members.find(tx, known));
        Optional<Membership> place = member.flatMap(known -> memberships.of(tx, known.id()).stream()
                .filter(one -> one.groupId() == group.id())
                .findFirst());
        number(wish, number).ifPresent(faults::add);
        if (member.filter(Member::stopped).isPresent()
                || (member.isEmpty()
                        && number.filter(one -> members.keptStop(tx, one)).isPresent())) {
            faults.add(PlaceFault.STOPPED);
        }
        if (faults.isEmpty()) {
            place.flatMap(known -> standing(known, wish)).ifPresent(faults::add);
        }
        Optional<Nickname> nickname = Optional.empty();
        if (!wish.nickname().isBlank()) {
            long own = place.map(Membership::id).orElse(-1L);
            nickname = naming.check(tx, group, wish.nickname(), own).match(Optional::of, bad -> {
                faults.addAll(bad);
                return Optional.empty();
            });
        } else if (wish.role() == Role.MENTOR) {
            faults.add(PlaceFault.NICKNAME_MISSING);
        }
        Optional<String> language = wish.language().isBlank() ? Optional.empty() : messages.language(wish.language());
        if (language.isEmpty() && !wish.language().isBlank()) {
            faults.add(PlaceFault.LANGUAGE_UNKNOWN);
        }
        if (wish.consentNote().filter(String::isBlank).isPresent()) {
            faults.add(PlaceFault.NOTE_MISSING);
        }
        return new Read(number, member, place, nickname, language, List.copyOf(faults));
    }

    private Optional<Fault> number(Wish wish, Optional<Msisdn> number) {
        if (wish.number().isBlank()) {
            return wish.role() == Role.MENTOR ? Optional.empty() : Optional.of(PlaceFault.NUMBER_MISSING);
        } else if (number.isEmpty()) {
            return Optional.of(PlaceFault.NUMBER_IMPOSSIBLE);
        }
        return number.filter(lines::isOwn).map(own -> PlaceFault.NUMBER_OURS);
    }

    /** What a place that the person had or has in this group says against it. */
    private static Optional<Fault> standing(Membership place, Wish wish) {
        boolean asks = wish.role() == Role.MEMBER && wish.consentNote().isEmpty();
        if (place.role() != wish.role()) {
            return Optional.of(PlaceFault.OTHER_ROLE);
        }
        return switch (place.standing()) {
            case NAMING, ACTIVE -> Optional.of(PlaceFault.ALREADY_IN);
            case STOPPED -> Optional.of(PlaceFault.STOPPED);
            case INVITED -> asks ? Optional.of(PlaceFault.ALREADY_ASKED) : Optional.empty();
            case LEFT -> asks ? Optional.of(PlaceFault.SAID_NO) : Optional.empty();
        };
    }
}
