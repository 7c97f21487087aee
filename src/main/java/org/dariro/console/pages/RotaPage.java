package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.delivery.Digests;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.rota.Rota;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;
import org.jspecify.annotations.Nullable;

/** Who is on duty for a group, when, and when nobody is. */
@Component
@Path("groups/{group}/rota")
public class RotaPage {
    private static final Duration AHEAD = Duration.ofDays(7);
    private final Database database;
    private final Groups groups;
    private final StaffRoll staff;
    private final Rotas rotas;
    private final Callees callees;
    private final InstantSource clock;

    @Inject
    public RotaPage(
            Database database, Groups groups, StaffRoll staff, Rotas rotas, Callees callees, InstantSource clock) {
        this.database = database;
        this.groups = groups;
        this.staff = staff;
        this.rotas = rotas;
        this.callees = callees;
        this.clock = clock;
    }

    /**
     * Hours of the week as they are shown.
     *
     * @param key by which they are found again, whatever else has changed
     * @param staff whose; 0 for cover hours
     * @param name whose; empty for cover hours
     */
    public record Hours(String key, long staff, String name, String days, String from, String to, String zone) {
        static Hours of(Visit visit, String key, long staff, String name, WeeklyHours hours) {
            return new Hours(
                    key,
                    staff,
                    name,
                    hours.days().stream()
                            .sorted()
                            .map(day -> visit.named("day", label(day)))
                            .collect(Collectors.joining(", ")),
                    time(hours.fromMinute()),
                    time(hours.toMinute()),
                    hours.zone().getId());
        }
    }

    private static String label(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private static String key(long staff, WeeklyHours hours) {
        return staff + " " + hours.daysText() + " " + hours.fromMinute() + " " + hours.toMinute() + " " + hours.zone();
    }

    /** What differs from an ordinary week, with its times on the group's clocks. */
    public record Differs(long id, String name, boolean onDuty, String from, String to, String by, String reason) {}

    private List<Differs> ahead(Transaction tx, Visit visit, Group group, Map<Long, String> names) {
        ZoneId zone = Digests.zone(group.country());
        return rotas.ahead(tx, group.id()).stream()
                .map(change -> new Differs(
                        change.id(),
                        names.getOrDefault(change.staff(), "-"),
                        change.onDuty(),
                        visit.words().time(change.span().from(), clock.instant(), zone),
                        visit.words().time(change.span().to(), clock.instant(), zone),
                        change.by(),
                        change.reason()))
                .toList();
    }

    Page page(Transaction tx, Visit visit, long id, Entered form) {
        Group group = groups.get(tx, id);
        Rota rota = rotas.of(tx, id);
        Instant now = clock.instant();
        Map<Long, String> names = staff.all(tx).stream().collect(Collectors.toMap(Staff::id, Staff::name));
        List<Staff> serving = staff.of(tx, id);
        Set<Long> reachable = callees.reachable(tx, id);
        List<Staff> silent =
                serving.stream().filter(one -> !reachable.contains(one.id())).toList();
        return visit.page("rota")
                .with("group", group)
                .with("tab", "rota")
                .with("tends", visit.is("coordinator", "administrator") && !group.closed())
                .with(
                        "onDuty",
                        rota.onDuty(now).stream()
                                .map(one -> names.getOrDefault(one, "-"))
                                .toList())
                .with("covered", rota.covers(now))
                .with("gaps", callees.gaps(tx, id, new Span(now, now.plus(AHEAD))))
                .with(
                        "shifts",
                        rota.shifts().stream()
                                .map(shift -> Hours.of(
                                        visit,
                                        key(shift.staff(), shift.hours()),
                                        shift.staff(),
                                        names.getOrDefault(shift.staff(), "-"),
                                        shift.hours()))
                                .toList())
                .with(
                        "cover",
                        rota.cover().stream()
                                .map(hours -> Hours.of(visit, key(0, hours), 0, "", hours))
                                .toList())
                .with(
                        "people",
                        serving.stream()
                                .map(one -> new GroupEntry.Choice(Long.toString(one.id()), one.name()))
                                .toList())
                .with("changes", ahead(tx, visit, group, names))
                .with("swaps", !group.closed() && serving.size() > 0)
                .with("silent", silent)
                .with("silentIds", silent.stream().map(Staff::id).collect(Collectors.toSet()))
                .with(
                        "week",
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new GroupEntry.Choice(label(day), visit.named("day", label(day))))
                                .toList())
                .with("zones", Zones.all())
                .with("zone", Digests.zone(group.country()).getId())
                .with("form", form);
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @PathParam("group") long group) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, group, Entered.BLANK));
    }

    /** Adds hours of the week, or takes some away. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String what = Optional.ofNullable(given.getFirst("do")).orElse("");
        return database.inTransaction(tx -> {
            if (what.startsWith("drop-")) {
                drop(tx, visit, id, what.equals("drop-shift"), given.getFirst("at"));
                return Pages.to("/console/groups/" + id + "/rota");
            }
            Optional<WeeklyHours> hours = hours(given);
            Optional<Long> person = Entered.of(given).number("staff").filter(one -> staff.of(tx, id).stream()
                    .anyMatch(serving -> serving.id() == one));
            boolean shift = what.equals("add-shift");
            if (hours.isEmpty() || (shift && person.isEmpty())) {
                return Pages.wrong(page(tx, visit, id, Entered.of(given).faulted("", visit.text("rota-wrong"))));
            }
            if (shift) {
                List<Rotas.Wanted> shifts = shifts(tx, id);
                shifts.add(new Rotas.Wanted(person.get(), hours.get()));
                rotas.shifts(tx, id, shifts, visit.actor());
            } else {
                List<WeeklyHours> cover = new ArrayList<>(rotas.of(tx, id).cover());
                cover.add(hours.get());
                rotas.cover(tx, id, cover, visit.actor());
            }
            return Pages.to("/console/groups/" + id + "/rota");
        });
    }

    private List<Rotas.Wanted> shifts(Transaction tx, long group) {
        return rotas.of(tx, group).shifts().stream()
                .map(shift -> new Rotas.Wanted(shift.staff(), shift.hours()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void drop(Transaction tx, Visit visit, long group, boolean shift, @Nullable String at) {
        if (shift) {
            List<Rotas.Wanted> shifts = shifts(tx, group);
            if (shifts.removeIf(one -> key(one.staff(), one.hours()).equals(at))) {
                rotas.shifts(tx, group, shifts, visit.actor());
            }
        } else {
            List<WeeklyHours> cover = new ArrayList<>(rotas.of(tx, group).cover());
            if (cover.removeIf(one -> key(0, one).equals(at))) {
                rotas.cover(tx, group, cover, visit.actor());
            }
        }
    }

    /** The hours of a form; empty when they are none. An end at or before the beginning is on the next day. */
    private static Optional<WeeklyHours> hours(MultivaluedMap<String, String> given) {
        List<String> chosen = given.getOrDefault("days", List.of());
        var days = Arrays.stream(DayOfWeek.values())
                .filter(day -> chosen.contains(label(day)))
                .collect(Collectors.toSet());
        Optional<Integer> from = minute(given.getFirst("from"));
        Optional<Integer> to = minute(given.getFirst("to")).map(minute -> minute == 0 ? 24 * 60 : minute);
        return days.isEmpty() || from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Zones.of(given.getFirst("zone")).map(zone -> new WeeklyHours(days, from.get(), to.get(), zone));
    }

    private static Optional<Integer> minute(@Nullable String time) {
        return Optional.ofNullable(time)
                .filter(text -> text.matches("([01][0-9]|2[0-3]):[0-5][0-9]"))
                .map(text -> Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)));
    }
}
