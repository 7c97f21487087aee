package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.DueGroups;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Purses;
import org.dariro.spend.budget.Rung;

/**
 * Turns what lies behind the readers' cursors into parcels, and moves the cursors, in one short transaction for the groups
 * that are due. Each group's row in {@code packing} is locked meanwhile: on several nodes, one packs it.
 */
@Component
public class Packer {
    /** Groups packed in one transaction. */
    private static final int GROUPS = 64;

    /** Posts that one transaction packs for a reader; what is behind them follows in the next. */
    static final int POSTS = 200;

    private final Database database;
    private final PackingDao dao;
    private final DeliveryDao parcels;
    private final DueGroups due;
    private final Groups groups;
    private final GroupLog log;
    private final Members members;
    private final GroupPacking packing;
    private final Paces paces;
    private final Nudging nudging;
    private final Purses purses;
    private final InstantSource clock;

    @Inject
    public Packer(
            Database database,
            PackingDao dao,
            DeliveryDao parcels,
            DueGroups due,
            Groups groups,
            GroupLog log,
            Members members,
            GroupPacking packing,
            Paces paces,
            Nudging nudging,
            Purses purses,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.parcels = parcels;
        this.due = due;
        this.groups = groups;
        this.log = log;
        this.members = members;
        this.packing = packing;
        this.paces = paces;
        this.nudging = nudging;
        this.purses = purses;
        this.clock = clock;
    }

    /** Packs groups that are due; false if none was. */
    public boolean packDue() {
        List<Long> taken = due.take(GROUPS);
        if (taken.isEmpty()) {
            return false;
        }
        try {
            database.useTransaction(tx -> pack(tx, taken));
        } catch (RuntimeException e) {
            taken.forEach(due::wake); // nothing was packed; it stays due
            throw e;
        }
        return true;
    }

    /** Finds the groups that have something to be packed, after a start or a take-over. */
    public void findDue() {
        database.inTransaction(dao::pending).forEach((group, at) -> due.wakeAt(group, at));
    }

    private void pack(Transaction tx, List<Long> taken) {
        Map<Long, Optional<Instant>> locked = dao.lock(tx, taken);
        for (long group : taken) {
            if (!locked.containsKey(group)) {
                due.wakeAt(group, clock.instant().plusMillis(200)); // another node is at it; see what it leaves
            }
        }
        groups.load(tx, locked.keySet());
        Map<Long, Purses.Held> held = purses.open(tx, locked.keySet());
        Map<Long, Group> slowed = new HashMap<>();
        Set<Long> dialling = new HashSet<>();
        Map<Long, List<Reader>> readers = readers(tx, locked, dialling, held, slowed);
        Map<Long, List<LoggedPost>> posts = unread(tx, readers);
        Set<Long> memberIds = new HashSet<>();
        readers.values()
                .forEach(all ->
                        all.forEach(reader -> memberIds.add(reader.member().id())));
        Set<Long> waiting = memberIds.isEmpty()
                ? Set.of()
                : parcels.waiting(tx, memberIds, clock.instant().minus(Reconciliation.ORDER_PATIENCE));
        Set<Long> tagged = memberIds.isEmpty() ? Set.of() : dao.inSeveralGroups(tx, memberIds);
        Map<Long, Pacing> pacings = paces.open(tx, adaptive(slowed, readers), clock.instant());
        Map<Long, Instant> nudges = nudging.nudge(tx, dialling, held);
        locked.forEach((group, dueAt) -> {
            Optional<Instant> next = packing.pack(
                    tx,
                    slowed.getOrDefault(group, groups.get(tx, group)),
                    readers.getOrDefault(group, List.of()),
                    posts.getOrDefault(group, List.of()),
                    waiting,
                    tagged,
                    Optional.ofNullable(pacings.get(group)),
                    Optional.ofNullable(held.get(group)));
            Instant now = clock.instant();
            Optional<Instant> kept = dueAt.filter(at -> at.isAfter(now));
            Optional<Instant> earliest = earlier(earlier(next, Optional.ofNullable(nudges.get(group))), kept);
            if (!earliest.equals(dueAt)) {
                dao.setDue(tx, group, earliest);
            }
            earliest.ifPresent(at -> tx.afterCommit(() -> due.wakeAt(group, at)));
        });
        paces.close(tx, pacings);
        held.values().forEach(one -> purses.close(tx, one));
    }

    private static List<Group> adaptive(Map<Long, Group> slowed, Map<Long, List<Reader>> readers) {
        return slowed.values().stream()
                .filter(group -> readers.getOrDefault(group.id(), List.of()).stream()
                        .anyMatch(reader -> ReadingTimes.mode(group, reader.place()) == ReadingMode.ADAPTIVE))
                .toList();
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty()
                ? other
                : other.isEmpty() ? one : Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get());
    }

    /**
     * Who may be due: a bundle whose time is known to come later is left alone, and costs nothing.
     *
     * @param dialling is filled with the groups in which somebody reads by USSD
     * @param slowed is filled with the groups as their money lets them read
     */
    private Map<Long, List<Reader>> readers(
            Transaction tx,
            Map<Long, Optional<Instant>> locked,
            Set<Long> dialling,
            Map<Long, Purses.Held> held,
            Map<Long, Group> slowed) {
        Instant now = clock.instant();
        List<Membership> active = slow(tx, log.lockReaders(tx, locked.keySet()), held, slowed);
        active.forEach(place -> comeBackAfterPause(tx, place, now));
        active.stream()
                .filter(place -> mode(slowed, place) == ReadingMode.USSD_ONLY)
                .filter(place -> !place.paused(now))
                .forEach(place -> dialling.add(place.groupId()));
        List<Membership> places = active.stream()
                .filter(place -> place.memberId().isPresent())
                .filter(place -> !place.paused(now))
                .filter(place -> mayBeDue(Objects.requireNonNull(slowed.get(place.groupId())), place, locked, now))
                .toList();
        Map<Long, Member> known = members.get(
                tx, places.stream().map(place -> place.memberId().orElseThrow()).toList());
        Map<Long, List<Reader>> readers = new HashMap<>();
        for (Membership place : places) {
            Member member = known.get(place.memberId().orElseThrow());
            if (member != null && !member.stopped()) {
                readers.computeIfAbsent(place.groupId(), group -> new ArrayList<>())
                        .add(new Reader(place, member));
            }
        }
        return readers;
    }

    private static ReadingMode mode(Map<Long, Group> slowed, Membership place) {
        return place.modeIn(Objects.requireNonNull(slowed.get(place.groupId())));
    }

    private List<Membership> slow(
            Transaction tx, List<Membership> places, Map<Long, Purses.Held> held, Map<Long, Group> slowed) {
        Map<Long, List<Membership>> byGroup = new HashMap<>();
        places.forEach(place -> byGroup.computeIfAbsent(place.groupId(), group -> new ArrayList<>())
                .add(place));
        byGroup.forEach(
                (group, own) -> slowed.put(group, Slowing.group(groups.get(tx, group), rung(held, group), own)));
        return places.stream()
                .map(place -> Slowing.place(place, rung(held, place.groupId())))
                .toList();
    }

    private static Rung rung(Map<Long, Purses.Held> held, long group) {
        Purses.Held money = held.get(group);
        return money == null ? Rung.CHOSEN : money.rung();
    }

    private void comeBackAfterPause(Transaction tx, Membership place, Instant now) {
        Instant end = place.pausedUntil();
        if (end != null && place.paused(now)) {
            tx.afterCommit(() -> due.wakeAt(place.groupId(), end));
        }
    }

    private static boolean mayBeDue(Group group, Membership place, Map<Long, Optional<Instant>> locked, Instant now) {
        return switch (place.modeIn(group)) {
            case AT_ONCE, ADAPTIVE, DIGEST -> true;
            case BUNDLED ->
                !locked.getOrDefault(group.id(), Optional.empty())
                        .filter(at -> at.isAfter(now) && !at.isAfter(now.plus(group.window())))
                        .isPresent();
            case USSD_ONLY -> false;
        };
    }

    private Map<Long, List<LoggedPost>> unread(Transaction tx, Map<Long, List<Reader>> readers) {
        Map<Long, Long> cursors = new HashMap<>();
        readers.forEach((group, all) -> cursors.put(
                group,
                all.stream()
                        .map(reader -> reader.place().cursor())
                        .min(Comparator.naturalOrder())
                        .orElseThrow()));
        Map<Long, List<LoggedPost>> posts = new HashMap<>();
        for (LoggedPost post : log.behind(tx, cursors)) {
            posts.computeIfAbsent(post.post().groupId(), group -> new ArrayList<>())
                    .add(post);
        }
        return posts;
    }

    static Instant released(LoggedPost post) {
        return post.releasedAt() == null ? post.post().writtenAt() : post.releasedAt();
    }
}
