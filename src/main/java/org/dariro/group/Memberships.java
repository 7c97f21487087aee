package org.dariro.group;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** People's places in groups. Within a transaction a person's places are read once; what is changed in it is seen in it. */
@Component
public class Memberships {
    private final MembershipDao dao;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Memberships(MembershipDao dao, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.ids = ids;
        this.clock = clock;
    }

    /** The places of each person, by member id and place id. */
    private static Map<Long, Map<Long, Membership>> read(Transaction tx) {
        return tx.local(Memberships.class, HashMap::new);
    }

    /** Reads the places of many people in one query. */
    public void load(Transaction tx, Collection<Long> memberIds) {
        Map<Long, Map<Long, Membership>> read = read(tx);
        List<Long> missing = memberIds.stream()
                .filter(id -> !read.containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(id -> read.put(id, new TreeMap<>()));
            dao.ofMembers(tx, missing).forEach(membership -> keep(tx, membership));
        }
    }

    /** Each place as this transaction last read or wrote it. */
    private static Map<Long, Membership> known(Transaction tx) {
        return tx.local(MembershipDao.class, HashMap::new);
    }

    private static <C extends Collection<Membership>> C note(Transaction tx, C places) {
        places.forEach(place -> known(tx).putIfAbsent(place.id(), place));
        return places;
    }

    private static void keep(Transaction tx, Membership membership) {
        known(tx).put(membership.id(), membership);
        membership.memberId().map(id -> read(tx).get(id)).ifPresent(places -> places.put(membership.id(), membership));
    }

    /** All places of a person, also those that ended, the oldest first. */
    public Collection<Membership> of(Transaction tx, long memberId) {
        load(tx, List.of(memberId));
        return List.copyOf(read(tx).getOrDefault(memberId, Map.of()).values());
    }

    /** Everybody's places in a group, the oldest first. */
    public List<Membership> in(Transaction tx, long groupId) {
        return note(tx, dao.ofGroup(tx, groupId));
    }

    /**
     * The places of a group's people who take part or are invited, have a phone and are written from one of some lines;
     * locked until the end of the transaction, so that nothing is packed for them meanwhile.
     */
    public List<Membership> lockOn(Transaction tx, long groupId, Collection<Long> lines) {
        List<Membership> places = dao.lockOn(tx, groupId, lines);
        places.forEach(place -> keep(tx, place));
        return places;
    }

    /** The groups that have such people. */
    public List<Long> groupsOn(Transaction tx, Collection<Long> lines) {
        return dao.groupsOn(tx, lines);
    }

    /** A place by id. */
    public Optional<Membership> find(Transaction tx, long id) {
        return dao.byId(tx, id).map(place -> {
            known(tx).putIfAbsent(id, place);
            return place;
        });
    }

    /** Places by id. */
    public Map<Long, Membership> byIds(Transaction tx, Collection<Long> membershipIds) {
        Map<Long, Membership> found = new HashMap<>();
        note(tx, dao.byIds(tx, membershipIds)).forEach(membership -> found.put(membership.id(), membership));
        return found;
    }

    /**
     * Gives a person a place in a group. It reads from the group's next post on.
     *
     * @param nickname null while it is not known
     */
    public Membership add(
            Transaction tx,
            Group group,
            Optional<Long> memberId,
            long lineId,
            Role role,
            Standing standing,
            @Nullable Nickname nickname,
            long cursor) {
        Membership membership = new Membership(
                ids.next(),
                group.id(),
                memberId,
                lineId,
                role,
                standing,
                nickname == null ? null : nickname.text(),
                null,
                null,
                cursor,
                clock.instant(),
                null,
                null);
        memberId.ifPresent(id -> load(tx, List.of(id)));
        dao.insert(tx, membership, nickname == null ? null : nickname.key(), clock.instant());
        keep(tx, membership);
        return membership;
    }

    /** Stores a changed place; its cursor is left to {@link GroupLog}. */
    public Membership save(Transaction tx, Membership membership) {
        Membership was = known(tx).get(membership.id());
        if (was == null) {
            throw new IllegalStateException("A place is saved in the transaction that read it");
        }
        dao.update(tx, was, membership, Nickname.keyOf(membership.nickname()), clock.instant());
        keep(tx, membership);
        return membership;
    }

    /** Ends a place for good, and forgets its nickname, which another may take. */
    public void forget(Transaction tx, Membership membership) {
        dao.forget(tx, membership.id());
        known(tx).remove(membership.id());
        membership.memberId().ifPresent(id -> read(tx).remove(id));
    }

    /** Notes that a person turned to this group. */
    public Membership spoke(Transaction tx, Membership membership) {
        Membership changed = membership.spoke(clock.instant());
        dao.spoke(tx, changed.id(), changed.spokeAt());
        keep(tx, changed);
        return changed;
    }

    /** Whether somebody else in the group has this nickname, blind to case and accents. */
    public boolean nicknameTaken(Transaction tx, long groupId, Nickname nickname, long exceptMembership) {
        return dao.nicknameTaken(tx, groupId, nickname.key(), exceptMembership);
    }

    /**
     * What was read by dialling of some posts of a group.
     *
     * @param since when the first of them was written
     */
    public List<DialledRead> dialledReads(Transaction tx, long group, long from, long to, Instant since) {
        return dao.dialledReads(tx, group, from, to, since);
    }
}
