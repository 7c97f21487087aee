package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;
import java.util.Optional;
import org.dariro.conversation.Moving;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Moves somebody to another group. */
@Component
@Path("groups/{group}/members/{member}/move")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MoveResource {
    private static final int LONGEST = 200;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Moving moving;

    @Inject
    public MoveResource(Database database, Groups groups, Memberships memberships, Members members, Moving moving) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.moving = moving;
    }

    /** Where to, by the id of the group, and why, for the record. */
    public record Move(@Nullable Long to, @Nullable String reason) {}

    /** The place in the other group, and its id. */
    public record MovedView(long group, MemberView member) {}

    /** Moves somebody; they are told by SMS. */
    @POST
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "moveMember", summary = "Move somebody to another group")
    public MovedView move(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id, Move move) {
        Fields fields = new Fields();
        String reason = fields.text("reason", move.reason(), LONGEST);
        Caller caller = Caller.of(who);
        Long target = move.to();
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            Membership place = MembersResource.find(tx, memberships, group, id);
            Group to = target == null
                    ? null
                    : groups.find(tx, target)
                            .filter(one -> caller.sees(Optional.of(one.id())))
                            .orElse(null);
            if (to == null) {
                fields.fault("to", "This field is needed: the id of a group that you are for.");
            }
            fields.check();
            Membership moved =
                    Refused.unlessDone(moving.move(tx, place, Objects.requireNonNull(to), reason, caller.getName()));
            return new MovedView(
                    moved.groupId(), MemberView.of(moved, moved.memberId().flatMap(member -> members.get(tx, member))));
        });
    }
}
