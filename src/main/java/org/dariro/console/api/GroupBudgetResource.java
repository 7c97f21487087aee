package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.platform.Component;
import org.dariro.programme.BudgetForm;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The budget of a group. */
@Component
@Path("groups/{group}/budget")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GroupBudgetResource {
    private final BudgetDesk desk;

    @Inject
    public GroupBudgetResource(BudgetDesk desk) {
        this.desk = desk;
    }

    /** How it stands. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showGroupBudget", summary = "Show a group's budget")
    public BudgetView show(@PathParam("group") long group) {
        return desk.show(group);
    }

    /** Sets it, in the place of the one that is there. */
    @PUT
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setGroupBudget", summary = "Set a group's budget")
    public BudgetView set(@Context SecurityContext who, @PathParam("group") long group, BudgetForm form) {
        return desk.set(group, form, Caller.of(who).getName());
    }
}
