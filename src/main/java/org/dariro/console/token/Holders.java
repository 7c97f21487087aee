package org.dariro.console.token;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Knows who may hold tokens. Who has ended holds none any more. */
@Component
public class Holders {
    private final Users users;
    private final StaffRoll roll;

    @Inject
    public Holders(Users users, StaffRoll roll) {
        this.users = users;
        this.roll = roll;
    }

    /** Everybody, by name. */
    public List<Holder> all(Transaction tx) {
        List<User> signIn = users.all(tx).stream().filter(user -> !user.ended()).toList();
        Set<Long> known = signIn.stream().flatMap(user -> user.staff().stream()).collect(Collectors.toSet());
        List<Holder> all = new ArrayList<>();
        signIn.forEach(user -> all.add(of(tx, user)));
        roll.all(tx).stream()
                .filter(staff -> !staff.ended() && !known.contains(staff.id()))
                .forEach(staff -> all.add(of(staff)));
        all.sort(Comparator.comparing(Holder::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Holder::key));
        return all;
    }

    /** Somebody by the id of who signs in. */
    public Optional<Holder> ofUser(Transaction tx, long id) {
        return users.find(tx, id).filter(user -> !user.ended()).map(user -> of(tx, user));
    }

    /** One of the staff by id; as who signs in, where this person does. */
    public Optional<Holder> ofStaff(Transaction tx, long id) {
        Optional<User> user = users.all(tx).stream()
                .filter(one ->
                        !one.ended() && one.staff().filter(own -> own == id).isPresent())
                .findFirst();
        return user.isPresent() ? user.map(one -> of(tx, one)) : staff(tx, id);
    }

    /** One of the staff, with no more than a person of that role may do. */
    Optional<Holder> staff(Transaction tx, long id) {
        return roll.find(tx, id).filter(staff -> !staff.ended()).map(Holders::of);
    }

    private Holder of(Transaction tx, User user) {
        Optional<Staff> staff = users.staff(tx, user);
        return new Holder(
                Optional.of(user.id()),
                staff.map(Staff::id),
                user.name(),
                users.actor(tx, user),
                user.roles(),
                staff.map(Holders::serves).orElse(Set.of()));
    }

    private static Holder of(Staff staff) {
        return new Holder(
                Optional.empty(),
                Optional.of(staff.id()),
                staff.name(),
                staff.actor(),
                Set.of(StaffRole.valueOf(staff.role().name())),
                serves(staff));
    }

    private static Set<Long> serves(Staff staff) {
        return staff.serves().stream().map(Staff.Service::group).collect(Collectors.toUnmodifiableSet());
    }
}
