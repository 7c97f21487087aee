package org.dariro.member;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/** The people who act on alerts, and the groups they serve. */
@Component
public class StaffRoll {
    private final StaffDao dao;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public StaffRoll(StaffDao dao, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes somebody on; {@code wanted.id()} is ignored. */
    public Staff add(Transaction tx, Staff wanted) {
        Staff staff = new Staff(
                ids.next(),
                wanted.name(),
                wanted.role(),
                wanted.memberId(),
                wanted.language(),
                wanted.zone(),
                wanted.serves(),
                false);
        dao.insert(tx, staff, clock.instant());
        return staff;
    }

    /** Changes everything about somebody but the id. Whose work ends gives up the number, which may serve again. */
    public void save(Transaction tx, Staff staff) {
        dao.update(tx, staff, staff.ended() ? clock.instant() : null);
    }

    /**
     * A mentor with a phone takes part in a group, and so is called for it; made one of the staff when not known as such.
     *
     * @param name the nickname in the group
     * @param zone where the group's clocks are: the mentor's too, as far as is known
     */
    public void serve(Transaction tx, Member member, String name, ZoneId zone, long group, long membership) {
        Optional<Staff> known = ofMember(tx, member.id());
        int turn = of(tx, group).size();
        Staff.Service service = new Staff.Service(group, turn, Optional.of(membership));
        if (known.isEmpty()) {
            add(
                    tx,
                    new Staff(
                            0,
                            free(tx, name),
                            Staff.Role.MENTOR,
                            Optional.of(member.id()),
                            member.language(),
                            zone,
                            List.of(service),
                            false));
        } else {
            save(tx, known.get().serving(service));
        }
    }

    /** A name that no other of the staff has: alerts are claimed by it. */
    private String free(Transaction tx, String wanted) {
        String base = AuditEntry.isReserved(wanted) ? "Mentor " + wanted : wanted;
        String name = base;
        for (int i = 2; isTaken(tx, name, Set.of()); i++) {
            name = base + " " + i;
        }
        return name;
    }

    /**
     * Whether somebody else of the staff goes, or went, by a name, blind to case; or it is kept for the service. The audit
     * trail knows people by name, so that none is used again.
     *
     * @param self ids of the staff that this person is, or will be
     */
    public boolean isTaken(Transaction tx, String name, Set<Long> self) {
        return AuditEntry.isReserved(name)
                || all(tx).stream()
                        .anyMatch(one -> !self.contains(one.id()) && one.name().equalsIgnoreCase(name));
    }

    /** A mentor has left a group, and is called for it no more. */
    public void leave(Transaction tx, long member, long group) {
        ofMember(tx, member)
                .filter(staff -> staff.serviceIn(group).isPresent())
                .ifPresent(staff -> save(tx, staff.without(group)));
    }

    /** All, also those who have left, the oldest first. */
    public List<Staff> all(Transaction tx) {
        return dao.all(tx);
    }

    /** Somebody by id, also one who has left. */
    public Optional<Staff> find(Transaction tx, long id) {
        return dao.byId(tx, id).stream().findFirst();
    }

    /** The staff person with a member's number, unless that person has left. */
    public Optional<Staff> ofMember(Transaction tx, long member) {
        return dao.byMember(tx, member).stream().findFirst();
    }

    /** The staff person of a name, blind to case, unless that person has left. */
    public Optional<Staff> named(Transaction tx, String name) {
        return dao.byName(tx, name).stream().findFirst();
    }

    /**
     * Whether somebody of the staff, by name, is a person.
     *
     * @param member the number of that person
     * @param place a place of that person in a group
     */
    public boolean isPerson(Transaction tx, String name, Optional<Long> member, Optional<Long> place) {
        return named(tx, name)
                .filter(one -> one.isPerson(member, place)
                        || same(tx, one).stream()
                                .filter(id -> id != one.id())
                                .flatMap(id -> find(tx, id).stream())
                                .anyMatch(other -> other.isPerson(member, place)))
                .isPresent();
    }

    /** The ids of all who are the same human as somebody: that one, and whoever has, or had, a place in a group in common. */
    public Set<Long> same(Transaction tx, Staff one) {
        return dao.sharingPlace(tx, one.id());
    }

    /** Who serves a group, coordinators too. */
    public List<Staff> of(Transaction tx, long group) {
        return dao.ofGroups(tx, List.of(group));
    }

    /** Who serves each of some groups; one that nobody serves is left out. */
    public Map<Long, List<Staff>> of(Transaction tx, Collection<Long> groups) {
        Set<Long> asked = Set.copyOf(groups);
        Map<Long, List<Staff>> serving = new HashMap<>();
        for (Staff one : dao.ofGroups(tx, asked)) {
            one.serves().stream()
                    .map(Staff.Service::group)
                    .filter(asked::contains)
                    .forEach(group -> serving.computeIfAbsent(group, id -> new ArrayList<>())
                            .add(one));
        }
        return serving;
    }
}
