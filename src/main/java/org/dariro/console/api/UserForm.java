package org.dariro.console.api;

import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.conversation.StaffRules;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads what was asked about somebody who signs in, and tells all that is wrong with it at once. */
@Component
public class UserForm {
    private static final int LONGEST_EMAIL = 200;
    private static final Set<String> LANGUAGES = Set.of("en", "es", "sw");
    private static final Set<StaffRole> CALLED =
            Set.of(StaffRole.MENTOR, StaffRole.CLINICAL_LEAD, StaffRole.COORDINATOR);
    private final Users users;
    private final StaffRoll roll;
    private final StaffRules rules;

    @Inject
    public UserForm(Users users, StaffRoll roll, StaffRules rules) {
        this.users = users;
        this.roll = roll;
        this.rules = rules;
    }

    /**
     * What is asked for; what is absent stays as it was.
     *
     * @param staff the person who acts on alerts that this user is: makes the groups and the voice known
     * @param language of the pages: {@code en}, {@code es} or {@code sw}
     * @param ended ends the sign-in, and the person of the staff with it; false lets both in again
     */
    public record Wanted(
            @Nullable String email,
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable Long staff,
            @Nullable String language,
            @Nullable String zone,
            @Nullable Boolean ended) {}

    /** The user as they are to be; {@code self} for who asks for it about themselves. */
    User read(Transaction tx, Wanted wanted, Optional<User> known, boolean self) {
        Fields fields = new Fields();
        String email = email(tx, fields, wanted, known);
        Set<StaffRole> roles = roles(fields, wanted, known);
        Optional<Long> staff = staff(tx, fields, wanted, known);
        String name = name(tx, fields, wanted, known, staff);
        String language = Optional.ofNullable(wanted.language())
                .or(() -> known.map(User::language))
                .orElse("en");
        if (!LANGUAGES.contains(language)) {
            fields.fault("language", "This field is one of: en, es, sw.");
        }
        ZoneId zone = zone(fields, wanted, known);
        boolean ended = Optional.ofNullable(wanted.ended())
                .orElse(known.map(User::ended).orElse(false));
        fields.check();
        if (self && (ended || known.filter(one -> !one.roles().equals(roles)).isPresent())) {
            throw Refused.conflict("Nobody ends their own account, or changes their own roles.");
        }
        return new User(
                known.map(User::id).orElse(0L),
                email,
                name,
                roles,
                language,
                zone,
                known.map(User::theme).orElse(User.Theme.DEVICE),
                known.map(User::shortcuts).orElse(true),
                staff,
                known.map(User::invited).orElse(true),
                known.map(User::secondFactor).orElse(false),
                ended);
    }

    private String email(Transaction tx, Fields fields, Wanted wanted, Optional<User> known) {
        String email = Users.address(Optional.ofNullable(wanted.email())
                .or(() -> known.map(User::email))
                .orElse(""));
        if (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+")) {
            fields.fault("email", "This field is needed: an e-mail address.");
        } else if (users.byEmail(tx, email)
                .filter(other -> known.filter(one -> one.id() == other.id()).isEmpty())
                .isPresent()) {
            fields.fault("email", "Somebody has this address already.");
        }
        return email;
    }

    /** A name as anybody of the staff may have it; whoever is of the staff goes by their own. */
    private String name(Transaction tx, Fields fields, Wanted wanted, Optional<User> known, Optional<Long> staff) {
        Optional<String> has = known.map(User::name).filter(one -> wanted.name() == null || one.equals(wanted.name()));
        if (has.isPresent()) {
            return has.get();
        }
        String name =
                fields.line("name", wanted.name(), StaffRules.LONGEST_NAME).orElse("");
        if (name.isEmpty()
                && fields.errors().stream().noneMatch(one -> one.field().equals("name"))) {
            fields.fault("name", "This field is needed, with at most " + StaffRules.LONGEST_NAME + " characters.");
        }
        Set<Long> self = Stream.concat(staff.stream(), known.flatMap(User::staff).stream())
                .collect(Collectors.toSet());
        rules.name(tx, name, self).ifPresent(fault -> fields.fault(fault.field(), fault.words()));
        return name;
    }

    private static Set<StaffRole> roles(Fields fields, Wanted wanted, Optional<User> known) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        List<String> labels = wanted.roles();
        if (labels == null) {
            known.ifPresent(one -> roles.addAll(one.roles()));
        } else {
            labels.forEach(label -> StaffRole.labelled(String.valueOf(label))
                    .ifPresentOrElse(roles::add, () -> fields.fault("roles", "There is no such role.")));
        }
        if (roles.isEmpty()) {
            fields.fault("roles", "At least one role is needed.");
        }
        return roles;
    }

    /** Somebody is one person: no other user may be the same. */
    private Optional<Long> staff(Transaction tx, Fields fields, Wanted wanted, Optional<User> known) {
        Long id = wanted.staff();
        if (id == null) {
            return known.flatMap(User::staff);
        } else if (roll.find(tx, id).filter(one -> !one.ended()).isEmpty()) {
            fields.fault("staff", "There is no such person on the roll.");
        } else if (users.all(tx).stream()
                .anyMatch(other -> other.staff().equals(Optional.of(id))
                        && known.filter(one -> one.id() == other.id()).isEmpty())) {
            fields.fault("staff", "Somebody else signs in as this person.");
        }
        return Optional.of(id);
    }

    private static ZoneId zone(Fields fields, Wanted wanted, Optional<User> known) {
        try {
            return Optional.ofNullable(wanted.zone()).map(ZoneId::of).orElseGet(() -> known.map(User::zone)
                    .orElse(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            fields.fault("zone", "This field is a time zone, such as Africa/Harare.");
            return ZoneOffset.UTC;
        }
    }

    /** Who cannot sign in any more, or has no role left that acts on alerts, is called about nothing, and the other way round. */
    void follow(Transaction tx, User was, User now) {
        if (called(was) != called(now)) {
            now.staff().flatMap(id -> roll.find(tx, id)).ifPresent(one -> roll.save(tx, ended(one, !called(now))));
        }
    }

    private static boolean called(User user) {
        return !user.ended() && user.isAny(CALLED);
    }

    private static Staff ended(Staff one, boolean ended) {
        return new Staff(
                one.id(), one.name(), one.role(), one.memberId(), one.language(), one.zone(), one.serves(), ended);
    }
}
