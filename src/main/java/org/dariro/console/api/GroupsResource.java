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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Convening;
import org.dariro.programme.Term;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The groups. */
@Component
@Path("groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {
    private final Database database;
    private final Groups groups;
    private final Convening convening;

    @Inject
    public GroupsResource(Database database, Groups groups, Convening convening) {
        this.database = database;
        this.groups = groups;
        this.convening = convening;
    }

    /** A group by id; refused with 404 when there is none. */
    static Group find(Transaction tx, Groups groups, long id) {
        return groups.find(tx, id).orElseThrow(() -> Refused.notFound("group"));
    }

    /** The groups that the caller is for, the oldest first. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listGroups", summary = "List the groups")
    public Page<GroupView> list(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            List<Group> seen = groups.all(tx).stream()
                    .filter(group -> caller.sees(Optional.of(group.id())))
                    .toList();
            Map<Long, Term> terms =
                    convening.terms(tx, seen.stream().map(Group::id).toList());
            return Page.all(seen.stream()
                    .map(group -> GroupView.of(group, terms.getOrDefault(group.id(), Term.none(group.id()))))
                    .toList());
        });
    }

    private GroupView view(Transaction tx, Group group) {
        return GroupView.of(group, convening.term(tx, group.id()));
    }

    /** Makes a group. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "createGroup", summary = "Make a group")
    public GroupView create(@Context SecurityContext who, GroupForm.NewGroup wanted) {
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> view(tx, Refused.unlessDone(convening.create(tx, wanted.wish(), by))));
    }

    /** One group. */
    @GET
    @Path("{group}")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showGroup", summary = "Show a group")
    public GroupView show(@PathParam("group") long id) {
        return database.inTransaction(tx -> view(tx, find(tx, groups, id)));
    }

    /** Changes a group. */
    @PATCH
    @Path("{group}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeGroup", summary = "Change a group; what is left out stays")
    public GroupView change(@Context SecurityContext who, @PathParam("group") long id, GroupForm.GroupChange change) {
        String by = Caller.of(who).getName();
        return database.inTransaction(
                tx -> view(tx, Refused.unlessDone(convening.change(tx, find(tx, groups, id), change.wish(), by))));
    }

    /** Closes a group: nothing is posted in it any more. */
    @POST
    @Path("{group}/close")
    @Consumes(MediaType.WILDCARD)
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "closeGroup", summary = "Close a group")
    public GroupView close(@Context SecurityContext who, @PathParam("group") long id) {
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> view(tx, convening.close(tx, find(tx, groups, id), by)));
    }
}
