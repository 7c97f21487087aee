package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.PostPrice;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.programme.GuestSession;
import org.dariro.programme.GuestSessions;
import org.dariro.programme.ProgrammeVoice;
import org.dariro.programme.Schedule;
import org.dariro.programme.Scheduled;
import org.jspecify.annotations.Nullable;

/** What is planned for groups, as pages show it, and what a form plans. */
@Component
public class Agenda {
    private final Groups groups;
    private final Memberships memberships;
    private final Schedule schedule;
    private final GuestSessions guests;
    private final ProgrammeVoice voice;
    private final PostPrice price;

    @Inject
    public Agenda(
            Groups groups,
            Memberships memberships,
            Schedule schedule,
            GuestSessions guests,
            ProgrammeVoice voice,
            PostPrice price) {
        this.groups = groups;
        this.memberships = memberships;
        this.schedule = schedule;
        this.guests = guests;
        this.voice = voice;
        this.price = price;
    }

    /**
     * Words that wait, or were missed.
     *
     * @param voice under which name they go out
     * @param to whom they are for alone; null for the group
     * @param at when, as a field has it on the clocks of {@code zone}
     * @param fault what is in the way; null when nothing is
     * @param mine whether the user may change them
     */
    public record Item(
            Scheduled one,
            String group,
            String voice,
            @Nullable String to,
            String at,
            String zone,
            @Nullable String fault,
            boolean missed,
            boolean mine) {}

    /** A guest's session. */
    public record Guest(GuestSession one, String group, String state) {}

    /** What words would cost in one group. */
    public record Cost(String group, Composer.Count count) {}

    /**
     * What a form plans.
     *
     * @param voice the nickname of a mentor; empty for the programme's own voice
     * @param at as the field has it
     */
    public record Given(List<Long> groups, String text, String voice, String at, boolean weekly) {
        static final Given NOTHING = new Given(List.of(), "", "", "", false);

        public Given {
            groups = List.copyOf(groups);
        }
    }

    static boolean plans(Visit visit) {
        return visit.is("coordinator", "administrator");
    }

    /** What waits in some groups. */
    List<Item> items(Transaction tx, Visit visit, Collection<Group> some) {
        Map<Long, Group> byId = some.stream().collect(Collectors.toMap(Group::id, Function.identity()));
        List<Scheduled> open = schedule.open(tx, byId.keySet());
        Map<Long, Membership> places = memberships.byIds(
                tx, open.stream().flatMap(one -> one.to().stream()).toList());
        List<Item> items = new ArrayList<>();
        for (Scheduled one : open) {
            Group group = byId.get(one.group());
            if (group != null) {
                items.add(new Item(
                        one,
                        group.name(),
                        one.voice().orElseGet(() -> voice.name(group)),
                        one.to().map(places::get).map(Membership::name).orElse(null),
                        Moments.field(one.due(), one.zone()),
                        one.zone().getId(),
                        one.fault()
                                .map(label -> visit.named("plan-fault", label))
                                .orElse(null),
                        one.state() == Scheduled.State.MISSED,
                        plans(visit) || one.isOf(visit.actor())));
            }
        }
        return items;
    }

    /** The guests of some groups. */
    List<Guest> guests(Transaction tx, Visit visit, Collection<Group> some) {
        Map<Long, String> names = some.stream().collect(Collectors.toMap(Group::id, Group::name));
        return guests.of(tx, names.keySet()).stream()
                .map(one -> new Guest(
                        one,
                        names.getOrDefault(one.group(), "-"),
                        visit.named("guest", one.state().name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** The mentors whose names all of some groups know. */
    List<String> voices(Transaction tx, Collection<Group> some) {
        List<String> common = new ArrayList<>();
        boolean first = true;
        for (Group group : some) {
            List<String> own = memberships.in(tx, group.id()).stream()
                    .filter(place -> place.role() == Role.MENTOR && place.standing() == Standing.ACTIVE)
                    .map(Membership::name)
                    .toList();
            if (first) {
                common.addAll(own);
            } else {
                common.retainAll(own);
            }
            first = false;
        }
        return List.copyOf(common);
    }

    /** What words would cost, in each group. */
    List<Cost> costs(Transaction tx, Given given) {
        if (given.text().isEmpty()) {
            return List.of();
        }
        return given.groups().stream()
                .map(id -> {
                    Group group = groups.get(tx, id);
                    String name = given.voice().isEmpty() ? voice.name(group) : given.voice();
                    return new Cost(
                            group.name(),
                            Composer.Count.of(price.post(tx, group, Optional.empty(), name + ": " + given.text())));
                })
                .toList();
    }

    /** Plans it; tells what is wrong when nothing was done. */
    Optional<String> add(Transaction tx, Visit visit, Given given) {
        Optional<LocalDateTime> at = Moments.local(given.at());
        if (at.isEmpty()) {
            return Optional.of(visit.text("time-needed"));
        }
        Attempt<List<Scheduled>> attempt = schedule.add(
                tx,
                new Schedule.Wanted(
                        Scheduled.Kind.PROGRAMME,
                        given.groups(),
                        Optional.of(given.voice()).filter(name -> !name.isEmpty()),
                        Optional.empty(),
                        given.text(),
                        at.get(),
                        Optional.empty(),
                        given.weekly()),
                visit.actor());
        return fault(visit, attempt);
    }

    /** Changes, sends or cancels what waits in a group; tells what is wrong when nothing was done. */
    Optional<String> act(
            Transaction tx, Visit visit, long group, long id, String what, String text, String at, boolean weekly) {
        Scheduled one = schedule.find(tx, id)
                .filter(found -> found.group() == group)
                .filter(found -> plans(visit) || found.isOf(visit.actor()))
                .orElseThrow(PageFault::notFound);
        return switch (what) {
            case "send" -> fault(visit, schedule.sendNow(tx, id, visit.actor()));
            case "cancel" -> fault(visit, schedule.cancel(tx, id, visit.actor()));
            case "save" ->
                Moments.local(at)
                        .map(time -> fault(visit, schedule.change(tx, one.id(), text, time, weekly, visit.actor())))
                        .orElseGet(() -> Optional.of(visit.text("time-needed")));
            default -> throw PageFault.of(400, "fault-form");
        };
    }

    static Optional<String> fault(Visit visit, Attempt<?> attempt) {
        return attempt.match(done -> Optional.empty(), faults -> Optional.of(Faulty.words(visit, faults)));
    }
}
