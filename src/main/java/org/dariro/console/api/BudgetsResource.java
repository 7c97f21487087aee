package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All budgets. */
@Component
@Path("budgets")
@Produces(MediaType.APPLICATION_JSON)
public class BudgetsResource {
    private final BudgetDesk desk;

    @Inject
    public BudgetsResource(BudgetDesk desk) {
        this.desk = desk;
    }

    /** How each stands, the programme's first. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listBudgets", summary = "List the budgets, the programme's first")
    public Page<BudgetView> list() {
        return Page.all(desk.all());
    }
}
