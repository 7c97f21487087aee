package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.conversation.Moderation;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Gives somebody some days of quiet. */
@Component
@Path("groups/{group}/members/{member}/pause")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PauseResource {
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Moderation moderation;

    @Inject
    public PauseResource(
            Database database, Groups groups, Memberships memberships, Members members, Moderation moderation) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.moderation = moderation;
    }

    /** How many days, 1 to 30. */
    public record Pause(@Nullable Integer days) {}

    private MemberView view(Transaction tx, Membership place) {
        return MemberView.of(place, place.memberId().flatMap(id -> members.get(tx, id)));
    }

    /** Begins a pause, as if they had sent PAUSE. */
    @POST
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "pauseMember", summary = "Send somebody nothing of the group for some days")
    public MemberView pause(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id, Pause pause) {
        Fields fields = new Fields();
        int days = fields.number("days", pause.days(), 0, 1, Moderation.MOST_DAYS);
        if (pause.days() == null) {
            fields.fault("days", "This field is a whole number from 1 to " + Moderation.MOST_DAYS + ".");
        }
        fields.check();
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> {
            Group in = GroupsResource.find(tx, groups, group);
            Membership place = MembersResource.find(tx, memberships, group, id);
            return view(tx, Refused.unlessDone(moderation.pause(tx, in, place, days, by)));
        });
    }

    /** Ends it; the latest posts follow. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "resumeMember", summary = "End somebody's pause")
    public MemberView resume(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id) {
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> {
            Group in = GroupsResource.find(tx, groups, group);
            Membership place = MembersResource.find(tx, memberships, group, id);
            return view(tx, Refused.unlessDone(moderation.resume(tx, in, place, by)));
        });
    }
}
