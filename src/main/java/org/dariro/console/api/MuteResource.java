package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
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
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Lets a mentor read a member's posts first for some days. */
@Component
@Path("groups/{group}/members/{member}/mute")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MuteResource {
    private static final int LONGEST_NOTE = 200;
    private static final int USUAL_DAYS = 3;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Moderation moderation;

    @Inject
    public MuteResource(
            Database database, Groups groups, Memberships memberships, Members members, Moderation moderation) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.moderation = moderation;
    }

    /**
     * For how long, and why.
     *
     * @param days 1 to 30; 3 when absent
     * @param reason for the record; nobody is told it
     */
    public record Muting(@Nullable Integer days, @Nullable String reason) {}

    private MemberView view(Transaction tx, Membership place) {
        return MemberView.of(place, place.memberId().flatMap(id -> members.get(tx, id)));
    }

    /** Mutes a member, who is told. */
    @POST
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "muteMember", summary = "Let a mentor read a member's posts first for some days")
    public MemberView mute(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id, Muting muting) {
        Fields fields = new Fields();
        int days = fields.number("days", muting.days(), USUAL_DAYS, 1, Moderation.MOST_DAYS);
        String reason = fields.text("reason", muting.reason(), LONGEST_NOTE);
        fields.check();
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> {
            Membership place = MembersResource.find(tx, memberships, group, id);
            return view(
                    tx,
                    Refused.unlessDone(
                            moderation.mute(tx, GroupsResource.find(tx, groups, group), place, days, reason, by)));
        });
    }

    /** Ends a mute before its time; the member is told. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "unmuteMember", summary = "End a mute before its time")
    public MemberView unmute(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id) {
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> {
            Membership place = MembersResource.find(tx, memberships, group, id);
            return view(tx, moderation.unmute(tx, GroupsResource.find(tx, groups, group), place, by));
        });
    }
}
