package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dariro.console.StaffRole;
import org.dariro.console.pages.PeopleForm.Filled;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.conversation.NumberReason;
import org.dariro.conversation.StaffFault;
import org.dariro.conversation.StaffRules;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertHistory;
import org.dariro.safeguarding.rota.Rotas;
import org.jspecify.annotations.Nullable;

/**
 * The person who acts on alerts behind somebody who signs in. One human is one such person: whoever takes a mentor's place,
 * or gives a mentor's number, that is of the staff already, becomes that person.
 */
@Component
public class StaffEntry {
    /** For what staff need a colleague's number: nobody refers one. */
    private static final List<NumberReason> REASONS =
            List.of(NumberReason.EMERGENCY, NumberReason.ASKED_TO_CALL, NumberReason.CHECK);

    private static final int TURN = 1;
    private final Users users;
    private final StaffRoll roll;
    private final StaffRules rules;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Messages messages;
    private final Rotas rotas;
    private final AlertHistory alerts;
    private final AuditLog audit;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public StaffEntry(
            Users users,
            StaffRoll roll,
            StaffRules rules,
            Groups groups,
            Memberships memberships,
            Members members,
            Messages messages,
            Rotas rotas,
            AlertHistory alerts,
            AuditLog audit) {
        this.users = users;
        this.roll = roll;
        this.rules = rules;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.messages = messages;
        this.rotas = rotas;
        this.alerts = alerts;
        this.audit = audit;
    }

    /** What may be chosen about calls. */
    Page choices(Page page) {
        return page.with(
                        "languages",
                        messages.languages().stream()
                                .map(code -> new GroupEntry.Choice(code, messages.languageName(code)))
                                .toList())
                .with("zones", Zones.all())
                .with("phone", false);
    }

    /** A page about somebody of the staff, with what may be chosen, and without the number. */
    Page about(Transaction tx, Page page, Optional<Staff> staff, @Nullable String number, @Nullable String fault) {
        Optional<Staff> there = staff.filter(one -> !one.ended());
        return choices(page)
                .with("staff", there.map(Staff::id).orElse(0L))
                .with("phone", there.flatMap(Staff::memberId).isPresent())
                .with(
                        "stopped",
                        there.flatMap(Staff::memberId)
                                .flatMap(id -> members.get(tx, id))
                                .filter(Member::stopped)
                                .isPresent())
                .with("number", number)
                .with("reasons", REASONS.stream().map(Words::label).toList())
                .with("whyFault", fault);
    }

    /** The nickname under which somebody writes in groups; empty for none. */
    String as(Transaction tx, Staff staff) {
        return staff.serves().stream()
                .flatMap(service -> service.membership().stream())
                .flatMap(id -> memberships.find(tx, id).stream())
                .map(Membership::name)
                .findFirst()
                .orElse("");
    }

    /** What is wrong with the form; empty when nothing is. */
    Optional<String> fault(Transaction tx, Visit visit, Filled filled, Optional<Staff> own, Optional<User> user) {
        if (role(filled.staffRoles()).isEmpty()) {
            return Optional.empty();
        } else if (!filled.as().isEmpty() && nickname(filled.as()).isEmpty()) {
            return Optional.of(visit.text("people-as-wrong"));
        } else if (chosen(tx, filled).stream().anyMatch(group -> isMembers(tx, group, filled.as()))) {
            return Optional.of(visit.text("people-as-member"));
        }
        Optional<String> calls = callsFault(visit, filled, own);
        if (calls.isPresent()) {
            return calls;
        }
        List<Staff> others = others(tx, filled, own);
        Set<Long> self = new HashSet<>();
        Stream.concat(own.stream(), others.stream()).map(Staff::id).forEach(self::add);
        if (others.size() > 1) {
            return Optional.of(visit.text("people-two"));
        } else if (others.stream().anyMatch(one -> signsIn(tx, one, user))) {
            return Optional.of(visit.text("people-signs-in", others.get(0).name()));
        }
        return rules.name(tx, filled.name(), self).map(fault -> Faulty.words(visit, fault));
    }

    /** What is wrong with number, language, zone and turn. */
    private Optional<String> callsFault(Visit visit, Filled filled, Optional<Staff> own) {
        if (!filled.number().isEmpty()) {
            Optional<String> wrong = rules.number(filled.number())
                    .match(good -> Optional.empty(), faults -> Optional.of(Faulty.words(visit, faults)));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        if (messages.language(filled.language()).isEmpty()) {
            return Optional.of(visit.text("fault-language-unknown"));
        } else if (zone(filled, own).isEmpty()) {
            return Optional.of(visit.text("people-zone-needed"));
        } else if (!filled.turn().isEmpty() && !filled.turn().matches("[0-9]{1,2}")) {
            return Optional.of(visit.text("people-turn-wrong", StaffRules.LAST_TURN));
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> zone(Filled filled, Optional<Staff> own) {
        return own.map(Staff::zone)
                .filter(zone -> zone.getId().equals(filled.zone()))
                .or(() -> Zones.of(filled.zone()));
    }

    private boolean signsIn(Transaction tx, Staff staff, Optional<User> except) {
        return users.all(tx).stream()
                .anyMatch(other -> !other.ended()
                        && other.staff().filter(id -> id == staff.id()).isPresent()
                        && except.filter(self -> self.id() == other.id()).isEmpty());
    }

    /** Those of the staff who have the number, or a place, that was chosen: the same human, who is known already. */
    private List<Staff> others(Transaction tx, Filled filled, Optional<Staff> own) {
        Map<Long, Staff> found = new LinkedHashMap<>();
        number(filled).flatMap(number -> rules.whose(tx, number)).ifPresent(one -> found.put(one.id(), one));
        for (Group group : chosen(tx, filled)) {
            Optional<Membership> place = place(tx, group, filled, own);
            place.flatMap(Membership::memberId)
                    .flatMap(member -> roll.ofMember(tx, member))
                    .ifPresent(one -> found.put(one.id(), one));
            boolean had = place.isPresent()
                    && own.flatMap(one -> one.serviceIn(group.id()))
                            .flatMap(Staff.Service::membership)
                            .equals(place.map(Membership::id));
            roll.of(tx, group.id()).stream()
                    .filter(one -> place.isPresent()
                            && one.serviceIn(group.id())
                                    .flatMap(Staff.Service::membership)
                                    .equals(place.map(Membership::id)))
                    .filter(one -> !had || !signsIn(tx, one, Optional.empty())) // two who share a voice stay two
                    .forEach(one -> found.put(one.id(), one));
        }
        own.ifPresent(one -> found.remove(one.id()));
        return new ArrayList<>(found.values());
    }

    private Optional<Msisdn> number(Filled filled) {
        return filled.number().isEmpty()
                ? Optional.empty()
                : rules.number(filled.number()).match(Optional::of, faults -> Optional.empty());
    }

    private List<Group> chosen(Transaction tx, Filled filled) {
        return groups.all(tx).stream()
                .filter(group -> filled.groups().contains(group.id()))
                .toList();
    }

    private boolean isMembers(Transaction tx, Group group, String as) {
        return nickname(as)
                .filter(name -> memberships.nicknameTaken(tx, group.id(), name, -1)
                        && rules.place(tx, group.id(), as).isEmpty())
                .isPresent();
    }

    /** The mentor's place that is meant, if it is there: as before where the nickname was not changed. */
    private Optional<Membership> place(Transaction tx, Group group, Filled filled, Optional<Staff> own) {
        Optional<Membership> before = own.filter(one -> as(tx, one).equals(filled.as()))
                .flatMap(one -> one.serviceIn(group.id()))
                .flatMap(Staff.Service::membership)
                .flatMap(id -> memberships.find(tx, id));
        if (before.isPresent()) {
            return before;
        }
        return filled.as().isEmpty()
                ? rules.place(tx, group.id(), own.flatMap(Staff::memberId))
                : rules.place(tx, group.id(), filled.as());
    }

    private static Optional<Nickname> nickname(String as) {
        return Nickname.parse(as).match(Optional::of, bad -> Optional.empty());
    }

    /** Saves the person; empty for somebody who is none. The form has no fault. */
    Optional<Long> save(Transaction tx, Visit visit, Filled filled, Optional<Staff> own, boolean ended) {
        Optional<Staff.Role> role = role(filled.staffRoles());
        if (role.isEmpty()) {
            own.ifPresent(one -> roll.save(tx, with(one, one.role(), filled.name(), List.of(), true)));
            return own.map(Staff::id); // as who this is when the role comes back
        }
        List<Staff> others = others(tx, filled, own);
        if (!others.isEmpty()) {
            own.ifPresent(one -> {
                roll.save(tx, with(one, one.role(), one.name(), one.serves(), true));
                rotas.pass(tx, one.id(), others.get(0).id(), visit.actor());
                alerts.pass(tx, one.id(), others.get(0).id());
            });
        }
        Optional<Staff> known = others.stream().findFirst().or(() -> own);
        Optional<Long> member = member(tx, filled, known, own);
        Staff base = known.orElseGet(() ->
                new Staff(0, filled.name(), role.get(), member, filled.language(), visit.zone(), List.of(), false));
        Staff wanted = new Staff(
                base.id(),
                filled.name(),
                role.get(),
                member,
                messages.language(filled.language()).orElse(base.language()),
                zone(filled, known).orElse(base.zone()),
                serves(tx, filled, base, own, member, !others.isEmpty()),
                ended);
        if (known.isPresent()) {
            roll.save(tx, wanted);
            audit.add(tx, AuditEntry.of(visit.actor(), "staff-changed").on("staff", wanted.id()));
            return Optional.of(wanted.id());
        }
        Staff made = roll.add(tx, wanted);
        audit.add(tx, AuditEntry.of(visit.actor(), "staff-made").on("staff", made.id()));
        return Optional.of(made.id());
    }

    private static Staff with(Staff one, Staff.Role role, String name, List<Staff.Service> serves, boolean ended) {
        return new Staff(one.id(), name, role, one.memberId(), one.language(), one.zone(), serves, ended);
    }

    /** The number by which this person is called: the new one, the one before, or that of the place which is taken. */
    private Optional<Long> member(Transaction tx, Filled filled, Optional<Staff> known, Optional<Staff> own) {
        Optional<Msisdn> number = number(filled);
        if (number.isPresent()) {
            return number.map(one -> rules.phone(tx, one, filled.language()).id());
        } else if (filled.dropNumber()) {
            return Optional.empty();
        }
        return known.flatMap(Staff::memberId)
                .or(() -> own.flatMap(Staff::memberId))
                .or(() -> chosen(tx, filled).stream()
                        .filter(group -> known.isEmpty())
                        .flatMap(group -> place(tx, group, filled, own).stream())
                        .flatMap(place -> place.memberId().stream())
                        .findFirst());
    }

    /** The role in which alerts reach somebody who has several. */
    private static Optional<Staff.Role> role(Set<StaffRole> roles) {
        if (roles.contains(StaffRole.CLINICAL_LEAD)) {
            return Optional.of(Staff.Role.CLINICAL_LEAD);
        } else if (roles.contains(StaffRole.MENTOR)) {
            return Optional.of(Staff.Role.MENTOR);
        }
        return roles.contains(StaffRole.COORDINATOR) ? Optional.of(Staff.Role.COORDINATOR) : Optional.empty();
    }

    /** The groups that were chosen; where somebody becomes a person who is known already, that person's others too. */
    private List<Staff.Service> serves(
            Transaction tx, Filled filled, Staff base, Optional<Staff> own, Optional<Long> member, boolean joins) {
        List<Staff.Service> serves = new ArrayList<>();
        for (Group group : chosen(tx, filled)) {
            int turn = filled.turn().isEmpty()
                    ? base.serviceIn(group.id()).map(Staff.Service::turn).orElse(TURN)
                    : Integer.parseInt(filled.turn());
            serves.add(new Staff.Service(group.id(), turn, voice(tx, group, filled, own, member)));
        }
        if (joins) {
            base.serves().stream()
                    .filter(service -> !filled.groups().contains(service.group()))
                    .forEach(serves::add);
        }
        return serves;
    }

    /** The mentor's place in a group: the one with the nickname, else with the number; a new one for a new nickname. */
    private Optional<Long> voice(
            Transaction tx, Group group, Filled filled, Optional<Staff> own, Optional<Long> member) {
        Optional<Membership> there = place(tx, group, filled, own);
        if (there.isPresent() || filled.as().isEmpty()) {
            return there.or(() -> rules.place(tx, group.id(), member)).map(Membership::id);
        }
        return nickname(filled.as()).map(good -> memberships
                .add(tx, group, Optional.empty(), group.lineId(), Role.MENTOR, Standing.ACTIVE, good, 0)
                .id());
    }

    /** What is wrong with the form of somebody who does not sign in; empty when nothing is. */
    Optional<String> fault(Transaction tx, Visit visit, Filled filled, Staff own) {
        if (filled.name().isEmpty() || filled.name().length() > StaffRules.LONGEST_NAME) {
            return Optional.of(visit.text("people-name-needed", StaffRules.LONGEST_NAME));
        }
        Optional<String> taken = number(filled)
                .flatMap(number -> rules.whose(tx, number))
                .filter(other -> other.id() != own.id())
                .map(other -> Faulty.words(visit, StaffFault.STAFF_NUMBER_TAKEN));
        return callsFault(visit, filled, Optional.of(own))
                .or(() -> taken)
                .or(() -> rules.name(tx, filled.name(), Set.of(own.id())).map(fault -> Faulty.words(visit, fault)));
    }

    /** Saves name and calls of somebody who does not sign in. The form has no fault. */
    void save(Transaction tx, Visit visit, Filled filled, Staff own) {
        List<Staff.Service> serves = own.serves().stream()
                .map(service -> filled.turn().isEmpty()
                        ? service
                        : new Staff.Service(service.group(), Integer.parseInt(filled.turn()), service.membership()))
                .toList();
        roll.save(
                tx,
                new Staff(
                        own.id(),
                        filled.name(),
                        own.role(),
                        member(tx, filled, Optional.of(own), Optional.empty()),
                        messages.language(filled.language()).orElse(own.language()),
                        zone(filled, Optional.of(own)).orElse(own.zone()),
                        serves,
                        false));
        audit.add(tx, AuditEntry.of(visit.actor(), "staff-changed").on("staff", own.id()));
    }
}
