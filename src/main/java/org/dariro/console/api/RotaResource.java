package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who is on duty for a group, and when nobody is. */
@Component
@Path("groups/{group}/rota")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RotaResource {
    /** So far ahead duties and gaps are shown. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private final Database database;
    private final Groups groups;
    private final StaffRoll staff;
    private final Rotas rotas;
    private final Callees callees;
    private final InstantSource clock;

    @Inject
    public RotaResource(
            Database database, Groups groups, StaffRoll staff, Rotas rotas, Callees callees, InstantSource clock) {
        this.database = database;
        this.groups = groups;
        this.staff = staff;
        this.rotas = rotas;
        this.callees = callees;
        this.clock = clock;
    }

    /** Hours of the week; {@code staff} is null for cover hours. */
    public record HoursView(
            @Nullable Long staff, @Nullable String name, List<String> days, String from, String to, String zone) {
        static HoursView of(@Nullable Long staff, @Nullable String name, WeeklyHours hours) {
            return new HoursView(
                    staff,
                    name,
                    hours.days().stream()
                            .sorted()
                            .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                            .toList(),
                    time(hours.fromMinute()),
                    time(hours.toMinute()),
                    hours.zone().getId());
        }

        private static String time(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /** What differs from an ordinary week. */
    public record ChangeView(
            long id,
            long staff,
            @Nullable String name,
            boolean onDuty,
            Instant from,
            Instant to,
            String by,
            String reason) {}

    /** The rota of a group; without cover hours somebody is promised to act at all times. */
    public record RotaView(List<HoursView> cover, List<HoursView> shifts, List<ChangeView> changes) {}

    /** From a time until just before another. */
    public record SpanView(Instant from, Instant to) {
        static SpanView of(Span span) {
            return new SpanView(span.from(), span.to());
        }
    }

    /** Somebody on duty. */
    public record OnDutyView(long staff, @Nullable String name) {}

    /** Who is on duty for a time; {@code covered} when somebody is promised to act. */
    public record DutyView(Instant from, Instant to, boolean covered, List<OnDutyView> staff) {}

    private <T> T reading(long group, BiFunction<Transaction, Rota, T> work) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            return work.apply(tx, rotas.of(tx, group));
        });
    }

    private RotaView changing(long group, BiConsumer<Transaction, RotaForm> work) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            Set<Long> serving = staff.of(tx, group).stream().map(Staff::id).collect(Collectors.toSet());
            work.accept(tx, new RotaForm(serving));
            return view(tx, rotas.of(tx, group));
        });
    }

    private Map<Long, String> names(Transaction tx) {
        return staff.all(tx).stream().collect(Collectors.toMap(Staff::id, Staff::name));
    }

    private RotaView view(Transaction tx, Rota rota) {
        Map<Long, String> names = names(tx);
        return new RotaView(
                rota.cover().stream()
                        .map(hours -> HoursView.of(null, null, hours))
                        .toList(),
                rota.shifts().stream()
                        .map(shift -> HoursView.of(shift.staff(), names.get(shift.staff()), shift.hours()))
                        .toList(),
                rota.changes().stream()
                        .map(change -> new ChangeView(
                                change.id(),
                                change.staff(),
                                names.get(change.staff()),
                                change.onDuty(),
                                change.span().from(),
                                change.span().to(),
                                change.by(),
                                change.reason()))
                        .toList());
    }

    private Span ahead() {
        Instant now = clock.instant();
        return new Span(now, now.plus(AHEAD));
    }

    /** The rota. */
    @GET
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showRota", summary = "Show a group's rota and cover hours")
    public RotaView show(@PathParam("group") long group) {
        return reading(group, this::view);
    }

    /** Sets who is on duty in an ordinary week. */
    @PUT
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setRota", summary = "Set who is on duty in an ordinary week")
    public RotaView set(@Context SecurityContext who, @PathParam("group") long group, RotaForm.Week week) {
        return changing(
                group,
                (tx, form) -> rotas.shifts(
                        tx, group, form.shifts(week), Caller.of(who).getName()));
    }

    /** Sets the hours in which somebody is promised to act. */
    @PUT
    @Path("cover")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setCover", summary = "Set the hours in which somebody is promised to act")
    public RotaView cover(@Context SecurityContext who, @PathParam("group") long group, RotaForm.Week week) {
        return changing(
                group,
                (tx, form) ->
                        rotas.cover(tx, group, form.cover(week), Caller.of(who).getName()));
    }

    /** When somebody is promised to act in the next seven days, and nobody who can be called is on duty. */
    @GET
    @Path("gaps")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listRotaGaps", summary = "List the gaps of the next seven days")
    public Page<SpanView> gaps(@PathParam("group") long group) {
        return reading(
                group,
                (tx, rota) -> Page.all(callees.gaps(tx, group, ahead()).stream()
                        .map(SpanView::of)
                        .toList()));
    }

    /** Who is on duty when, in the next seven days. */
    @GET
    @Path("duties")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listDuties", summary = "List who is on duty in the next seven days")
    public Page<DutyView> duties(@PathParam("group") long group) {
        return reading(group, (tx, rota) -> {
            Map<Long, String> names = names(tx);
            return Page.all(rota.duties(ahead()).stream()
                    .map(duty -> new DutyView(
                            duty.span().from(),
                            duty.span().to(),
                            duty.covered(),
                            duty.staff().stream()
                                    .map(id -> new OnDutyView(id, names.get(id)))
                                    .toList()))
                    .toList());
        });
    }

    /** Puts somebody on duty for once, or takes them off. */
    @POST
    @Path("changes")
    @Creates
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeRota", summary = "Put somebody on duty between two times, or take them off")
    public RotaView change(@Context SecurityContext who, @PathParam("group") long group, RotaForm.NewChange change) {
        return changing(group, (tx, form) -> {
            long person = form.person("staff", change.staff());
            Span span = form.span(change.from(), change.to());
            String reason = form.reason(change.reason());
            form.check();
            boolean onDuty = !Boolean.FALSE.equals(change.onDuty());
            rotas.change(tx, group, person, onDuty, span, Caller.of(who).getName(), reason);
        });
    }

    /** Takes a change back; of one that has begun, what is left of it. */
    @DELETE
    @Path("changes/{change}")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "takeBackRotaChange", summary = "Take a change of the rota back")
    public RotaView takeBack(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("change") long change) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            if (!rotas.takeBack(tx, group, change, Caller.of(who).getName())) {
                throw Refused.notFound("change");
            }
            return view(tx, rotas.of(tx, group));
        });
    }

    /** One takes another's duty. */
    @POST
    @Path("swaps")
    @Creates
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "swapDuty", summary = "Let one take another's duty between two times")
    public RotaView swap(@Context SecurityContext who, @PathParam("group") long group, RotaForm.Swap swap) {
        return changing(group, (tx, form) -> {
            long from = form.person("staff", swap.staff());
            long to = form.person("by", swap.by());
            Span span = form.span(swap.from(), swap.to());
            String reason = form.reason(swap.reason());
            form.check();
            if (!rotas.of(tx, group).onDuty(from, span.from())) {
                throw Refused.conflict("This person is not on duty then, so there is nothing to take over.");
            }
            rotas.swap(tx, group, from, to, span, Caller.of(who).getName(), reason);
        });
    }
}
