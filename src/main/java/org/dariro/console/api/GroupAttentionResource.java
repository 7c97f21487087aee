package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Attention;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a group wants of a mentor in a quiet moment. */
@Component
@Path("groups/{group}/attention")
@Produces(MediaType.APPLICATION_JSON)
public class GroupAttentionResource {
    private final Database database;
    private final Groups groups;
    private final Attention attention;

    @Inject
    public GroupAttentionResource(Database database, Groups groups, Attention attention) {
        this.database = database;
        this.groups = groups;
        this.attention = attention;
    }

    /** Posts without an answer, and silent members. */
    @GET
    @ShowsTexts("attention-read")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showGroupAttention", summary = "Posts without an answer and silent members")
    public AttentionView show(@PathParam("group") long group) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            return AttentionView.of(attention.of(tx, List.of(group)));
        });
    }
}
