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
import java.util.Optional;
import org.dariro.gateway.Lines;
import org.dariro.group.DueGroups;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The groups. */
@Component
@Path("groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {
    private final Database database;
    private final Groups groups;
    private final Lines lines;
    private final Messages messages;
    private final DueGroups due;

    @Inject
    public GroupsResource(Database database, Groups groups, Lines lines, Messages messages, DueGroups due) {
        this.database = database;
        this.groups = groups;
        this.lines = lines;
        this.messages = messages;
        this.due = due;
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
        return database.inTransaction(tx -> Page.all(groups.all(tx).stream()
                .filter(group -> caller.sees(Optional.of(group.id())))
                .map(GroupView::of)
                .toList()));
    }

    /** Makes a group. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "createGroup", summary = "Make a group")
    public GroupView create(GroupForm.NewGroup wanted) {
        Group group = new GroupForm(lines, messages).read(wanted);
        return database.inTransaction(tx -> {
            if (groups.byCode(tx, group.code()).isPresent()) {
                throw Refused.conflict("Another group has this code already: give a code of its own.");
            }
            return GroupView.of(groups.create(tx, group));
        });
    }

    /** One group. */
    @GET
    @Path("{group}")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showGroup", summary = "Show a group")
    public GroupView show(@PathParam("group") long id) {
        return database.inTransaction(tx -> GroupView.of(find(tx, groups, id)));
    }

    /** Changes a group. */
    @PATCH
    @Path("{group}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeGroup", summary = "Change a group; what is left out stays")
    public GroupView change(@PathParam("group") long id, GroupForm.GroupChange change) {
        return database.inTransaction(tx -> {
            Group changed = new GroupForm(lines, messages).read(find(tx, groups, id), change);
            groups.change(tx, changed);
            tx.afterCommit(() -> due.wake(id)); // what waited for a bundle may be due now
            return GroupView.of(changed);
        });
    }

    /** Closes a group: nothing is posted in it any more. */
    @POST
    @Path("{group}/close")
    @Consumes(MediaType.WILDCARD)
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "closeGroup", summary = "Close a group")
    public GroupView close(@PathParam("group") long id) {
        return database.inTransaction(tx -> {
            if (!find(tx, groups, id).closed()) {
                groups.close(tx, id);
            }
            return GroupView.of(find(tx, groups, id));
        });
    }
}
