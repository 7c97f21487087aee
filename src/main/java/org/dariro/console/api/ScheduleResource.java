package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dariro.conversation.Attempt;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Schedule;
import org.dariro.programme.Scheduled;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Words that go out at a time of their own. Mentors change what they left themselves, coordinators everything. */
@Component
@Path("scheduled")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleResource {
    private static final int LONGEST = 1_600;
    private final Database database;
    private final Groups groups;
    private final Schedule schedule;

    @Inject
    public ScheduleResource(Database database, Groups groups, Schedule schedule) {
        this.database = database;
        this.groups = groups;
        this.schedule = schedule;
    }

    /**
     * Words for a time.
     *
     * @param as the nickname of a mentor of each group; absent for the programme's own voice, in which coordinators speak
     * @param member whom it is for alone, in one group
     * @param at {@code 2026-03-20T09:00}
     * @param zone whose clocks that means; those of each group's country when absent
     */
    public record NewScheduled(
            @Nullable List<Long> groups,
            @Nullable String as,
            @Nullable Long member,
            @Nullable String text,
            @Nullable String at,
            @Nullable String zone,
            @Nullable Boolean weekly) {}

    /** What is to change. */
    public record Change(
            @Nullable String text,
            @Nullable String at,
            @Nullable Boolean weekly) {}

    /** What waits or was missed, in the order of its time. */
    @GET
    @ShowsTexts("scheduled-read")
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listScheduled", summary = "List the words that go out later, of all groups or of one")
    public Page<ScheduledView> list(@Context SecurityContext who, @QueryParam("group") @Nullable String group) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> Page.all(schedule
                .open(
                        tx,
                        groups.all(tx).stream()
                                .map(one -> one.id())
                                .filter(id -> caller.sees(Optional.of(id))
                                        && (group == null || group.equals(Long.toString(id))))
                                .toList())
                .stream()
                .map(ScheduledView::of)
                .toList()));
    }

    /** Leaves words for later. */
    @POST
    @Creates
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "schedulePost", summary = "Leave words for one group or several, or a member, for later")
    public Page<ScheduledView> add(@Context SecurityContext who, NewScheduled wanted) {
        Caller caller = Caller.of(who);
        Fields fields = new Fields();
        String text = fields.text("text", wanted.text(), LONGEST);
        Optional<String> as = fields.line("as", wanted.as(), 40).filter(name -> !name.isEmpty());
        List<Long> chosen = wanted.groups() == null ? List.of() : wanted.groups();
        if (chosen.isEmpty() || chosen.stream().anyMatch(id -> !caller.sees(Optional.of(id)))) {
            fields.fault("groups", "Give the ids of groups that you serve.");
        }
        if (as.isEmpty() && !answersForAll(caller)) {
            fields.fault("as", "Give the nickname of one of the group's mentors.");
        }
        if (wanted.member() != null && chosen.size() != 1) {
            fields.fault("member", "Private words go to a member of one group.");
        }
        Optional<LocalDateTime> at = time(fields, wanted.at());
        Optional<ZoneId> zone = zone(fields, wanted.zone());
        fields.check();
        return database.inTransaction(tx -> {
            chosen.forEach(id -> GroupsResource.find(tx, groups, id));
            Schedule.Wanted words = new Schedule.Wanted(
                    answersForAll(caller) ? Scheduled.Kind.PROGRAMME : Scheduled.Kind.MENTOR,
                    chosen,
                    as,
                    Optional.ofNullable(wanted.member()),
                    text,
                    at.orElseThrow(),
                    zone,
                    Boolean.TRUE.equals(wanted.weekly()));
            return Page.all(Refused.unlessDone(schedule.add(tx, words, caller.getName())).stream()
                    .map(ScheduledView::of)
                    .toList());
        });
    }

    private static boolean answersForAll(Caller caller) {
        return caller.is(COORDINATOR) || caller.is(ADMINISTRATOR);
    }

    static Optional<LocalDateTime> time(Fields fields, @Nullable String given) {
        try {
            return Optional.of(LocalDateTime.parse(given == null ? "" : given.strip()));
        } catch (DateTimeException e) {
            fields.fault("at", "This is a time on the clocks there, such as 2026-03-20T09:00.");
            return Optional.empty();
        }
    }

    static Optional<ZoneId> zone(Fields fields, @Nullable String given) {
        try {
            return given == null ? Optional.empty() : Optional.of(ZoneId.of(given.strip()));
        } catch (DateTimeException e) {
            fields.fault("zone", "This is a time zone, such as Africa/Harare.");
            return Optional.empty();
        }
    }

    /** Changes words or time of what is not sent; what was missed waits again. */
    @PATCH
    @Path("{scheduled}")
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeScheduled", summary = "Change words that go out later")
    public ScheduledView change(@Context SecurityContext who, @PathParam("scheduled") long id, Change change) {
        Fields fields = new Fields();
        Optional<String> text = fields.optional("text", change.text(), LONGEST);
        Optional<LocalDateTime> at = change.at() == null ? Optional.empty() : time(fields, change.at());
        fields.check();
        return act(
                who,
                id,
                (tx, one) -> schedule.change(
                        tx,
                        id,
                        text.orElse(one.text()),
                        at.orElse(one.local()),
                        change.weekly() == null ? one.weekly() : change.weekly(),
                        Caller.of(who).getName()));
    }

    /** Sends it now. */
    @POST
    @Path("{scheduled}/send")
    @Consumes(MediaType.WILDCARD)
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "sendScheduled", summary = "Send words now that were left for later, or missed")
    public ScheduledView send(@Context SecurityContext who, @PathParam("scheduled") long id) {
        return act(who, id, (tx, one) -> schedule.sendNow(tx, id, Caller.of(who).getName()));
    }

    /** Cancels it. */
    @POST
    @Path("{scheduled}/cancel")
    @Consumes(MediaType.WILDCARD)
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "cancelScheduled", summary = "Cancel words that were left for later")
    public ScheduledView cancel(@Context SecurityContext who, @PathParam("scheduled") long id) {
        return act(who, id, (tx, one) -> schedule.cancel(tx, id, Caller.of(who).getName()));
    }

    private ScheduledView act(
            SecurityContext who, long id, BiFunction<Transaction, Scheduled, Attempt<Scheduled>> action) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            Scheduled one = schedule.find(tx, id)
                    .filter(found -> caller.sees(Optional.of(found.group())))
                    .orElseThrow(() -> Refused.notFound("scheduled post"));
            if (!answersForAll(caller) && !one.isOf(caller.getName())) {
                throw Refused.conflict("A coordinator left this: only coordinators change it.");
            }
            return ScheduledView.of(Refused.unlessDone(action.apply(tx, one)));
        });
    }
}
