package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.conversation.StaffRules;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads what was asked about somebody, and does it: the user, and the person who acts on alerts behind it. */
@Component
public class PeopleForm {
    private static final int LONGEST_EMAIL = 200;
    private final Users users;
    private final StaffRoll roll;
    private final StaffEntry entry;

    @Inject
    public PeopleForm(Users users, StaffRoll roll, StaffEntry entry) {
        this.users = users;
        this.roll = roll;
        this.entry = entry;
    }

    /**
     * The form as it was filled in.
     *
     * @param groups ids of the groups to serve
     * @param as the nickname under which this person writes in them; empty to share the mentors' voices
     * @param number to be called by; empty to leave it as it is
     * @param dropNumber whether the number is taken away
     * @param language of calls
     * @param turn in which this person is called; empty to leave it as it is
     */
    public record Filled(
            String email,
            String name,
            List<String> roles,
            List<Long> groups,
            String as,
            String number,
            boolean dropNumber,
            String language,
            String zone,
            String turn) {
        static Filled blank(Visit visit) {
            return new Filled(
                    "",
                    "",
                    List.of("mentor"),
                    List.of(),
                    "",
                    "",
                    false,
                    visit.language(),
                    visit.zone().getId(),
                    "");
        }

        static Filled of(MultivaluedMap<String, String> given) {
            return new Filled(
                    Users.address(clean(given.getFirst("email"))),
                    clean(given.getFirst("name")),
                    given.getOrDefault("roles", List.of()),
                    given.getOrDefault("groups", List.of()).stream()
                            .filter(id -> id.matches("[0-9]{1,18}"))
                            .map(Long::valueOf)
                            .toList(),
                    clean(given.getFirst("as")),
                    clean(given.getFirst("number")),
                    given.containsKey("drop-number"),
                    clean(given.getFirst("language")),
                    clean(given.getFirst("zone")),
                    clean(given.getFirst("turn")));
        }

        /** Somebody of the staff as they are; neither the number nor what only a user has. */
        static Filled of(Staff staff, String as) {
            List<Integer> turns =
                    staff.serves().stream().map(Staff.Service::turn).distinct().toList();
            return new Filled(
                    "",
                    staff.name(),
                    List.of(),
                    staff.serves().stream().map(Staff.Service::group).toList(),
                    as,
                    "",
                    false,
                    staff.language(),
                    staff.zone().getId(),
                    turns.size() == 1 ? turns.get(0).toString() : "");
        }

        private Filled of(User user) {
            return new Filled(
                    user.email(),
                    user.name(),
                    user.roles().stream().sorted().map(StaffRole::label).toList(),
                    groups,
                    as,
                    number,
                    dropNumber,
                    language,
                    zone,
                    turn);
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
    Filled filled(Transaction tx, Visit visit, User user) {
        return staff(tx, Optional.of(user))
                .map(staff -> Filled.of(staff, entry.as(tx, staff)))
                .orElseGet(() -> Filled.blank(visit))
                .of(user);
    }

    private Optional<Staff> staff(Transaction tx, Optional<User> user) {
        return user.flatMap(User::staff).flatMap(id -> roll.find(tx, id));
    }

    /** What is wrong with the form; empty when nothing is. */
    Optional<String> fault(Transaction tx, Visit visit, Filled filled, Optional<User> known) {
        Set<StaffRole> roles = filled.staffRoles();
        if (filled.name().isEmpty() || filled.name().length() > StaffRules.LONGEST_NAME) {
            return Optional.of(visit.text("people-name-needed", StaffRules.LONGEST_NAME));
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
        }
        return entry.fault(tx, visit, filled, staff(tx, known), known);
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
                entry.save(tx, visit, filled, Optional.empty(), false),
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
                entry.save(tx, visit, filled, staff(tx, Optional.of(user)), ended),
                user.invited(),
                user.secondFactor(),
                ended);
        users.save(tx, changed, visit.actor());
    }
}
