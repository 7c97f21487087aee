package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.GuestSession;
import org.dariro.programme.GuestSessions;
import org.dariro.programme.Schedule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Guests who speak in a group for a time. */
@Component
@Path("groups/{group}/guests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GuestsResource {
    private final Database database;
    private final Groups groups;
    private final GuestSessions guests;

    @Inject
    public GuestsResource(Database database, Groups groups, GuestSessions guests) {
        this.database = database;
        this.groups = groups;
        this.guests = guests;
    }

    /** A guest, from a time to a time on the clocks of the group's country. */
    public record NewGuest(
            @Nullable String guest,
            @Nullable String begins,
            @Nullable String ends) {}

    /** A guest's session: {@code planned}, {@code told} (the group was told), {@code open}, {@code ended} or {@code cancelled}. */
    public record GuestView(long id, String guest, Instant begins, Instant ends, String zone, String state, String by) {
        static GuestView of(GuestSession one) {
            return new GuestView(
                    one.id(),
                    one.guest(),
                    one.begins(),
                    one.ends(),
                    one.zone().getId(),
                    Fields.label(one.state()),
                    one.by());
        }
    }

    /** The guests of a group, those to come and those of the last month. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listGuests", summary = "List the guests of a group")
    public Page<GuestView> guests(@PathParam("group") long id) {
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            return Page.all(guests.of(tx, List.of(group.id())).stream()
                    .map(GuestView::of)
                    .toList());
        });
    }

    /** Plans a guest. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "planGuest", summary = "Have a guest speak in a group for a time")
    public GuestView plan(@Context SecurityContext who, @PathParam("group") long id, NewGuest wanted) {
        Fields fields = new Fields();
        String guest = fields.text("guest", wanted.guest(), 40);
        Optional<LocalDateTime> begins = ScheduleResource.time(fields, wanted.begins());
        Optional<LocalDateTime> ends = ScheduleResource.time(fields, wanted.ends());
        fields.check();
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            return GuestView.of(Refused.unlessDone(guests.plan(
                    tx,
                    group,
                    guest,
                    begins.orElseThrow(),
                    ends.orElseThrow(),
                    Schedule.zone(group),
                    Caller.of(who).getName())));
        });
    }

    /** Ends a guest's session now, or cancels one that has not begun. */
    @POST
    @Path("{guest}/end")
    @Consumes(MediaType.WILDCARD)
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "endGuest", summary = "End a guest's session, or cancel it")
    public GuestView end(@Context SecurityContext who, @PathParam("group") long group, @PathParam("guest") long id) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            if (guests.of(tx, List.of(group)).stream().noneMatch(one -> one.id() == id)) {
                throw Refused.notFound("guest's session");
            }
            return GuestView.of(
                    Refused.unlessDone(guests.end(tx, id, Caller.of(who).getName())));
        });
    }
}
