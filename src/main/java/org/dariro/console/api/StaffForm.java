package org.dariro.console.api;

import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dariro.conversation.StaffFault;
import org.dariro.conversation.StaffRules;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.member.Staff;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads what was asked about somebody of the staff. */
@Component
public class StaffForm {
    private final StaffRules rules;
    private final Groups groups;
    private final Messages messages;

    @Inject
    public StaffForm(StaffRules rules, Groups groups, Messages messages) {
        this.rules = rules;
        this.groups = groups;
        this.messages = messages;
    }

    /**
     * A group to serve.
     *
     * @param turn 0 to 99; who is called first where the rota does not say
     * @param as the nickname of the mentor in the group that this person is; found by the number when left out
     */
    public record Service(
            @Nullable Long group,
            @Nullable Integer turn,
            @Nullable String as) {}

    /**
     * Somebody as they should be; what may be absent is null.
     *
     * @param number with {@code +} and country code; empty for none
     */
    public record Wanted(
            @Nullable String name,
            @Nullable String role,
            @Nullable String number,
            @Nullable String language,
            @Nullable String zone,
            @Nullable List<Service> groups,
            @Nullable Boolean ended) {
        /** Masked. */
        @Override
        public String toString() {
            return "Wanted[" + name + "]";
        }
    }

    /** Somebody new. */
    Staff read(Transaction tx, Wanted wanted) {
        Staff blank = new Staff(
                0, "", Staff.Role.MENTOR, Optional.empty(), Messages.ENGLISH, ZoneId.of("UTC"), List.of(), false);
        return read(
                tx,
                blank,
                new Wanted(
                        Objects.requireNonNullElse(wanted.name(), ""),
                        wanted.role(),
                        wanted.number(),
                        wanted.language(),
                        Objects.requireNonNullElse(wanted.zone(), ""),
                        wanted.groups(),
                        false));
    }

    /** Somebody we know, changed. */
    Staff read(Transaction tx, Staff known, Wanted wanted) {
        Fields fields = new Fields();
        String language = language(fields, known, wanted);
        Optional<Long> member = member(tx, fields, known, wanted, language);
        Staff read = new Staff(
                known.id(),
                wanted.name() == null ? known.name() : fields.text("name", wanted.name(), StaffRules.LONGEST_NAME),
                fields.choice("role", wanted.role(), Staff.Role.class).orElse(known.role()),
                member,
                language,
                wanted.zone() == null ? known.zone() : zone(fields, "zone", wanted.zone()),
                wanted.groups() == null ? known.serves() : serves(tx, fields, wanted.groups(), member),
                wanted.ended() == null ? known.ended() : wanted.ended());
        rules.name(tx, read.name(), Set.of(known.id())).ifPresent(fault -> fields.fault(fault.field(), fault.words()));
        fields.check();
        return read;
    }

    /** A time zone by its name, such as {@code Africa/Harare}. */
    static ZoneId zone(Fields fields, String field, @Nullable String written) {
        try {
            String name = written == null ? "" : written.strip();
            if (name.length() <= 40 && (name.contains("/") || name.equals("UTC"))) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException e) {
            // told below
        }
        fields.fault(field, "This field is needed: the name of a time zone, such as Africa/Harare.");
        return ZoneId.of("UTC");
    }

    private String language(Fields fields, Staff known, Wanted wanted) {
        if (wanted.language() == null) {
            return known.language();
        }
        Optional<String> language = messages.language(wanted.language());
        if (language.isEmpty()) {
            fields.fault("language", "The service has: " + String.join(", ", messages.languages()) + ".");
        }
        return language.orElse(known.language());
    }

    private Optional<Long> member(Transaction tx, Fields fields, Staff known, Wanted wanted, String language) {
        if (wanted.number() == null) {
            return known.memberId();
        } else if (wanted.number().isBlank()) {
            return Optional.empty();
        }
        Optional<Msisdn> number = rules.number(wanted.number()).match(Optional::of, wrong -> {
            wrong.forEach(fault -> fields.fault(fault.field(), fault.words()));
            return Optional.empty();
        });
        if (number.flatMap(one -> rules.whose(tx, one))
                .filter(other -> other.id() != known.id())
                .isPresent()) {
            fields.fault(StaffFault.STAFF_NUMBER_TAKEN.field(), StaffFault.STAFF_NUMBER_TAKEN.words());
        }
        return number.map(one -> rules.phone(tx, one, language).id());
    }

    private List<Staff.Service> serves(Transaction tx, Fields fields, List<Service> wanted, Optional<Long> member) {
        List<Staff.Service> serves = new ArrayList<>();
        Set<Long> named = new HashSet<>();
        for (Service one : wanted) {
            if (one == null
                    || one.group() == null
                    || groups.find(tx, one.group()).isEmpty()) {
                fields.fault("groups", "Each has the id of a group; GET /groups lists them.");
            } else if (!named.add(one.group())) {
                fields.fault("groups", "A group is named once.");
            } else {
                long group = one.group();
                serves.add(new Staff.Service(
                        group,
                        fields.number("turn", one.turn(), 0, 0, StaffRules.LAST_TURN),
                        place(tx, fields, group, one.as(), member)));
            }
        }
        return serves;
    }

    /** The mentor in a group that somebody is: by nickname, else by number. */
    private Optional<Long> place(
            Transaction tx, Fields fields, long group, @Nullable String as, Optional<Long> member) {
        Optional<Membership> place = as == null ? rules.place(tx, group, member) : rules.place(tx, group, as);
        if (as != null && place.isEmpty()) {
            fields.fault(StaffFault.STAFF_AS_NOBODY.field(), StaffFault.STAFF_AS_NOBODY.words());
        }
        return place.map(Membership::id);
    }
}
