package org.dariro.safeguarding.escalation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Pricing;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.Span;

/** Whom to call about an alert, in which order, and by which line. */
@Component
public class Callees {
    private final StaffRoll staff;
    private final Members members;
    private final Memberships memberships;
    private final Rotas rotas;
    private final Groups groups;
    private final Pricing pricing;
    private final Lines lines;
    private final Health health;

    @Inject
    public Callees(
            StaffRoll staff,
            Members members,
            Memberships memberships,
            Rotas rotas,
            Groups groups,
            Pricing pricing,
            Lines lines,
            Health health) {
        this.staff = staff;
        this.members = members;
        this.memberships = memberships;
        this.rotas = rotas;
        this.groups = groups;
        this.pricing = pricing;
        this.lines = lines;
        this.health = health;
    }

    /** Somebody who can be called. */
    record Person(Staff staff, Member member) {}

    /**
     * Whom to call.
     *
     * @param people one after the other: those on duty first, then the others who serve the group
     * @param coordinators together, when nobody else answered
     */
    record Order(List<Person> people, List<Person> coordinators) {}

    /** Whom to call about an alert at a time: of no group, the coordinators; never whom it is about, nor who has closed it already. */
    Order of(Transaction tx, Matter matter, Instant now) {
        Optional<Long> group = matter.group();
        List<Staff> serving = group.map(id -> staff.of(tx, id)).orElse(List.of());
        Set<Long> onDuty = group.map(id -> rotas.of(tx, id, now).onDuty(now)).orElse(Set.of());
        List<Staff> people = new ArrayList<>(serving.stream()
                .filter(one -> one.role() != Staff.Role.COORDINATOR || onDuty.contains(one.id()))
                .toList());
        people.sort(Comparator.comparing((Staff one) -> !onDuty.contains(one.id()))
                .thenComparing(one -> turn(one, group))
                .thenComparing(Staff::id));
        return new Order(others(tx, matter, people), coordinators(tx, matter, serving));
    }

    /** One of the staff, if an alert is for them and they can be called. */
    Optional<Person> one(Transaction tx, Matter matter, long id) {
        List<Staff> one =
                staff.find(tx, id).filter(person -> !person.ended()).stream().toList();
        return others(tx, matter, one).stream().findFirst();
    }

    /** Those of the group; where none of these can be called, all there are. */
    private List<Person> coordinators(Transaction tx, Matter matter, List<Staff> serving) {
        List<Person> own = others(tx, matter, coordinators(serving));
        return own.isEmpty() ? others(tx, matter, coordinators(staff.all(tx))) : own;
    }

    private List<Person> others(Transaction tx, Matter matter, List<Staff> all) {
        Set<Long> closers = closers(tx, matter);
        return reachable(
                tx,
                matter.group(),
                all.stream().filter(one -> matter.isFor(one, closers)).toList());
    }

    /** Whether somebody may act on an alert. */
    boolean isFor(Transaction tx, Matter matter, Staff one) {
        return matter.isFor(one, closers(tx, matter));
    }

    private Set<Long> closers(Transaction tx, Matter matter) {
        return matter.first()
                .flatMap(Matter.First::staff)
                .flatMap(id -> staff.find(tx, id))
                .map(one -> staff.same(tx, one))
                .orElse(Set.of());
    }

    private static List<Staff> coordinators(List<Staff> of) {
        return of.stream()
                .filter(one -> one.role() == Staff.Role.COORDINATOR && !one.ended())
                .toList();
    }

    private static int turn(Staff one, Optional<Long> group) {
        return group.flatMap(one::serviceIn).map(Staff.Service::turn).orElse(Integer.MAX_VALUE);
    }

    /** Who has a phone, and has not said STOP to everything or to this group. */
    private List<Person> reachable(Transaction tx, Optional<Long> group, List<Staff> all) {
        Known known = known(tx, all, one -> place(one, group).stream());
        return known.of(group, all);
    }

    private Known known(Transaction tx, Collection<Staff> all, Function<Staff, Stream<Long>> asked) {
        return new Known(
                memberships.byIds(tx, all.stream().flatMap(asked).toList()),
                members.get(
                        tx, all.stream().flatMap(one -> one.memberId().stream()).toList()));
    }

    /** The places and phones of staff. */
    private record Known(Map<Long, Membership> places, Map<Long, Member> phones) {
        List<Person> of(Optional<Long> group, List<Staff> all) {
            return all.stream()
                    .filter(one -> place(one, group)
                            .map(places::get)
                            .filter(place -> place.standing() == Standing.STOPPED)
                            .isEmpty())
                    .flatMap(one -> one.memberId().map(phones::get).filter(member -> !member.stopped()).stream()
                            .map(member -> new Person(one, member)))
                    .toList();
        }
    }

    private static Optional<Long> place(Staff one, Optional<Long> group) {
        return group.flatMap(one::serviceIn).flatMap(Staff.Service::membership);
    }

    /** Somebody of the staff who can be reached by SMS, and by which line. */
    public record Reached(Staff staff, Member member, Line line) {}

    /** Those who serve a group as mentors or clinical leads and can be reached, by their turns. */
    public List<Reached> mentors(Transaction tx, long group) {
        Optional<Long> of = Optional.of(group);
        List<Staff> serving = staff.of(tx, group).stream()
                .filter(one -> one.role() != Staff.Role.COORDINATOR && !one.ended())
                .sorted(Comparator.comparing((Staff one) -> turn(one, of)).thenComparing(Staff::id))
                .toList();
        return reachable(tx, of, serving).stream()
                .flatMap(
                        person -> line(tx, of, person.member())
                                .map(line -> new Reached(person.staff(), person.member(), line))
                                .stream())
                .toList();
    }

    /** The staff of a group who can be called. */
    public Set<Long> reachable(Transaction tx, long group) {
        return reachable(tx, List.of(group)).getOrDefault(group, Set.of());
    }

    /** The staff of each of some groups who can be called, by id; read at once, however many groups there are. */
    public Map<Long, Set<Long>> reachable(Transaction tx, Collection<Long> groups) {
        Map<Long, List<Staff>> serving = staff.of(tx, groups);
        Set<Staff> all = serving.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Known known = known(tx, all, one -> one.serves().stream().flatMap(service -> service.membership().stream()));
        Map<Long, Set<Long>> reachable = new HashMap<>();
        serving.forEach((group, people) -> reachable.put(
                group,
                known.of(Optional.of(group), people).stream()
                        .map(one -> one.staff().id())
                        .collect(Collectors.toSet())));
        return reachable;
    }

    /** The line by which somebody is called about an alert of a group; of no group, one that groups are on before others. */
    Optional<Line> line(Transaction tx, Optional<Long> group, Member to) {
        Stream<Line> ofGroup =
                group.flatMap(id -> groups.find(tx, id)).stream().map(one -> pricing.choose(tx, one, to));
        Set<Long> used = group.isPresent()
                ? Set.of()
                : groups.all(tx).stream()
                        .filter(one -> !one.closed())
                        .map(Group::lineId)
                        .collect(Collectors.toSet());
        Stream<Line> any = lines.all().stream()
                .filter(line -> pricing.reaches(line, to))
                .sorted(Comparator.comparing(line -> !used.contains(line.id())));
        return Stream.concat(ofGroup, any)
                .min(Comparator.comparing(line -> health.isOpen(line.account()))); // the first of those that are well
    }

    /** The name of a group as its people know it; empty for none. */
    Optional<String> name(Transaction tx, Optional<Long> group) {
        return group.flatMap(id -> groups.find(tx, id)).map(Group::name);
    }

    /** The times within a span when somebody is promised to act, and nobody who can be called is on duty. */
    public List<Span> gaps(Transaction tx, long group, Span within) {
        return gaps(tx, List.of(group), within).getOrDefault(group, List.of());
    }

    /** The same of some groups, each; read at once, however many there are. */
    public Map<Long, List<Span>> gaps(Transaction tx, Collection<Long> asked, Span within) {
        Map<Long, Set<Long>> reachable = reachable(tx, asked);
        Map<Long, List<Span>> gaps = new HashMap<>();
        rotas.of(tx, asked, within.from())
                .forEach((group, rota) ->
                        gaps.put(group, rota.gaps(within, reachable.getOrDefault(group, Set.of())::contains)));
        return gaps;
    }
}
