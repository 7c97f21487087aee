package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.JoinCard;
import org.dariro.programme.JoinCards;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What somebody needs to join a group. */
@Component
@Path("groups/{group}/card")
@Produces(MediaType.APPLICATION_JSON)
public class JoinCardResource {
    private final Database database;
    private final Groups groups;
    private final JoinCards cards;

    @Inject
    public JoinCardResource(Database database, Groups groups, JoinCards cards) {
        this.database = database;
        this.groups = groups;
        this.cards = cards;
    }

    /** The card, its words in the group's language. */
    @GET
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showJoinCard", summary = "Show what a card to join the group says")
    public JoinCard show(@PathParam("group") long group) {
        return database.inTransaction(tx -> cards.of(GroupsResource.find(tx, groups, group)));
    }
}
