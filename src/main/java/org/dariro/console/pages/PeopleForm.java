package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads what was asked about somebody, and does it: the user, and the person who acts on alerts behind it. */
@Component
public class PeopleForm {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_EMAIL = 200;
    private static final int TURN = 1;
    private final Users users;
    private final StaffRoll roll;
    private final Groups groups;
    private final Memberships memberships;

    @Inject
    public PeopleForm(Users users, StaffRoll roll, Groups groups, Memberships memberships) {
        this.users = users;
        this.roll = roll;
        this.groups = groups;
        this.memberships = memberships;
    }

    /**
     * The form as it was filled in.
     *
     * @param groups ids of the groups to serve
     * @param as the nickname under which this person writes in them; empty to share the mentors' voices
     */
    public record Filled(String email, String name, List<String> roles, List<Long> groups, String as) {
        static final Filled BLANK = new Filled("", "", List.of("mentor"), List.of(), "");

        static Filled of(MultivaluedMap<String, String> given) {
            return new Filled(
                    Users.address(clean(given.getFirst("email"))),
                    clean(given.getFirst("name")),
                    given.getOrDefault("roles", List.of()),
                    given.getOrDefault("groups", List.of()).stream()
                            .filter(id -> id.matches("[0-9]{1,18}"))
                            .map(Long::valueOf)
                            .toList(),
                    clean(given.getFirst("as")));
        }

        private static String clean(@Nullable String text) {
            return text == null
                    ? ""
                    : Cleaning.clean(text).replaceAll("\\s+", " ").strip();
        }

        Set<StaffRole> staffRoles() {
            Set<StaffRole> read = EnumSet.noneOf(StaffRole.class);
            roles.forEach(label -> StaffRole.labelled(label).ifPresent(read::add));
            return read;
        }

        /** Masked. */
        @Override
        public String toString() {
            return "Filled";
        }
    }

    /** The form for somebody as they are. */
    Filled filled(Transaction tx, User user) {
        Optional<Staff> staff = users.staff(tx, user);
        String as = staff.stream()
                .flatMap(one -> one.serves().stream())
                .flatMap(service -> service.membership().stream())
                .flatMap(id -> memberships.find(tx, id).stream())
                .map(Membership::name)
                .findFirst()
                .orElse("");
        return new Filled(
                user.email(),
                user.name(),
                user.roles().stream().sorted().map(StaffRole::label).toList(),
                staff.map(one -> one.serves().stream().map(Staff.Service::group).toList())
                        .orElse(List.of()),
                as);
    }

    /** What is wrong with the form; empty when nothing is. */
    Optional<String> fault(Transaction tx, Visit visit, Filled filled, Optional<User> known) {
        Set<StaffRole> roles = filled.staffRoles();
        if (filled.name().isEmpty() || filled.name().length() > LONGEST_NAME) {
            return Optional.of(visit.text("people-name-needed", LONGEST_NAME));
        } else if (filled.email().length() > LONGEST_EMAIL || !filled.email().matches("[^@\\s]+@[^@\\s]+")) {
            return Optional.of(visit.text("people-email-needed"));
        } else if (users.byEmail(tx, filled.email())
                .filter(other -> known.filter(self -> self.id() == other.id()).isEmpty())
                .isPresent()) {
            return Optional.of(visit.text("people-email-taken"));
        } else if (roles.isEmpty()) {
            return Optional.of(visit.text("people-role-needed"));
        } else if (!PeoplePage.mayTouch(visit, roles)) {
            return Optional.of(visit.text("fault-role"));
        } else if (known.filter(
                        self -> self.id() == visit.user().id() && !self.roles().equals(roles))
                .isPresent()) {
            return Optional.of(visit.text("people-not-self"));
        } else if (!filled.as().isEmpty() && nickname(filled.as()).isEmpty()) {
            return Optional.of(visit.text("people-as-wrong"));
        }
        return Optional.empty();
    }

    private static Optional<Nickname> nickname(String as) {
        return Nickname.parse(as).match(Optional::of, bad -> Optional.empty());
    }

    /** Takes somebody on. */
    User invite(Transaction tx, Visit visit, Filled filled) {
        User wanted = new User(
                0,
                filled.email(),
                filled.name(),
                filled.staffRoles(),
                visit.language(),
                visit.zone(),
                User.Theme.DEVICE,
                true,
                staff(tx, visit, filled, Optional.empty(), false),
                true,
                false,
                false);
        return users.add(tx, wanted, visit.actor());
    }

    /** Changes somebody. */
    void change(Transaction tx, Visit visit, User user, Filled filled, boolean ended) {
        User changed = new User(
                user.id(),
                filled.email(),
                filled.name(),
                filled.staffRoles(),
                user.language(),
                user.zone(),
                user.theme(),
                user.shortcuts(),
                staff(tx, visit, filled, user.staff().flatMap(id -> roll.find(tx, id)), ended),
                user.invited(),
                user.secondFactor(),
                ended);
        users.save(tx, changed, visit.actor());
    }

    /** The person who acts on alerts; empty for somebody with no such role. */
    private Optional<Long> staff(Transaction tx, Visit visit, Filled filled, Optional<Staff> known, boolean ended) {
        Optional<Staff.Role> role = role(filled.staffRoles());
        if (role.isEmpty()) {
            known.ifPresent(one -> roll.save(tx, with(one, one.role(), filled.name(), List.of(), true)));
            return Optional.empty();
        }
        Staff blank = new Staff(
                0, filled.name(), role.get(), Optional.empty(), visit.language(), visit.zone(), List.of(), false);
        Staff base = known.orElse(blank);
        List<Staff.Service> serves = serves(tx, filled, base);
        Staff wanted = with(base, role.get(), filled.name(), serves, ended);
        if (known.isPresent()) {
            roll.save(tx, wanted);
            return Optional.of(wanted.id());
        }
        return Optional.of(roll.add(tx, wanted).id());
    }

    private static Staff with(Staff one, Staff.Role role, String name, List<Staff.Service> serves, boolean ended) {
        return new Staff(one.id(), name, role, one.memberId(), one.language(), one.zone(), serves, ended);
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

    private List<Staff.Service> serves(Transaction tx, Filled filled, Staff known) {
        Set<Long> wanted = new HashSet<>(filled.groups());
        return groups.all(tx).stream()
                .filter(group -> wanted.contains(group.id()))
                .map(group -> new Staff.Service(
                        group.id(),
                        known.serviceIn(group.id()).map(Staff.Service::turn).orElse(TURN),
                        voice(tx, group, filled, known)))
                .collect(Collectors.toList());
    }

    /** The mentor's place in a group: the one with the nickname, or a new one. */
    private Optional<Long> voice(Transaction tx, Group group, Filled filled, Staff known) {
        if (filled.as().isEmpty()) {
            return known.memberId().isPresent()
                    ? known.serviceIn(group.id()).flatMap(Staff.Service::membership)
                    : Optional.empty();
        }
        String key = Nickname.keyOf(filled.as());
        Optional<Membership> there = memberships.in(tx, group.id()).stream()
                .filter(place -> Objects.equals(Nickname.keyOf(place.nickname()), key))
                .findFirst();
        if (there.isPresent()) { // a member's nickname is no mentor's voice
            return there.filter(place -> place.role() == Role.MENTOR).map(Membership::id);
        }
        return nickname(filled.as()).map(good -> memberships
                .add(tx, group, Optional.empty(), group.lineId(), Role.MENTOR, Standing.ACTIVE, good, 0)
                .id());
    }
}
