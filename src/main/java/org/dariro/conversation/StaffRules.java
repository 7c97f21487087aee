package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.member.Numbers;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** What may be said of somebody of the staff: the same whether it is said in the console or over the API. */
@Component
public class StaffRules {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 40;

    /** The last turn in which somebody is called. */
    public static final int LAST_TURN = 99;

    private final StaffRoll staff;
    private final Members members;
    private final Memberships memberships;
    private final Lines lines;

    @Inject
    public StaffRules(StaffRoll staff, Members members, Memberships memberships, Lines lines) {
        this.staff = staff;
        this.members = members;
        this.memberships = memberships;
        this.lines = lines;
    }

    /**
     * Why somebody cannot go by a name; empty when they can.
     *
     * @param self ids of the staff that this person is, or will be
     */
    public Optional<Fault> name(Transaction tx, String name, Set<Long> self) {
        return staff.isTaken(tx, name, self) ? Optional.of(StaffFault.STAFF_NAME_TAKEN) : Optional.empty();
    }

    /** A number as it was typed: a person's, and none of our own lines. Whose it is, is not asked. */
    public Attempt<Msisdn> number(String written) {
        return Numbers.possible(written)
                .filter(number -> !lines.isOwn(number))
                .<Attempt<Msisdn>>map(Attempt.Done::new)
                .orElseGet(() -> Attempt.refuse(StaffFault.STAFF_NUMBER_WRONG));
    }

    /** The staff person who has a number, if any. */
    public Optional<Staff> whose(Transaction tx, Msisdn number) {
        return members.find(tx, number).flatMap(member -> staff.ofMember(tx, member.id()));
    }

    /** A number as it is kept. */
    public Member phone(Transaction tx, Msisdn number, String language) {
        return members.findOrRegister(tx, number, language);
    }

    /** The place of a mentor in a group by nickname. */
    public Optional<Membership> place(Transaction tx, long group, String as) {
        return memberships.in(tx, group).stream()
                .filter(one -> one.role() == Role.MENTOR)
                .filter(one -> Objects.equals(Nickname.keyOf(one.nickname()), Nickname.keyOf(as)))
                .findFirst();
    }

    /** The place of a mentor in a group by number. */
    public Optional<Membership> place(Transaction tx, long group, Optional<Long> member) {
        return memberships.in(tx, group).stream()
                .filter(one -> one.role() == Role.MENTOR)
                .filter(one -> member.isPresent() && one.memberId().equals(member))
                .findFirst();
    }
}
