package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Attention;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the caller's groups want of a mentor in a quiet moment. */
@Component
@Path("attention")
@Produces(MediaType.APPLICATION_JSON)
public class AttentionResource {
    private final Database database;
    private final Groups groups;
    private final Attention attention;

    @Inject
    public AttentionResource(Database database, Groups groups, Attention attention) {
        this.database = database;
        this.groups = groups;
        this.attention = attention;
    }

    /** Of all open groups that the caller is for. */
    @GET
    @ShowsTexts("attention-read")
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(
            operationId = "listAttention",
            summary = "Posts without an answer and silent members, of all your groups")
    public AttentionView show(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            List<Long> ids = groups.all(tx).stream()
                    .filter(group -> !group.closed())
                    .map(Group::id)
                    .filter(id -> caller.sees(Optional.of(id)))
                    .toList();
            return AttentionView.of(attention.of(tx, ids));
        });
    }
}
