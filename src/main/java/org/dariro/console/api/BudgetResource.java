package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.platform.Component;
import org.dariro.programme.BudgetForm;
import org.dariro.spend.budget.Budgets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The budget of the programme, which all groups share. */
@Component
@Path("budget")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BudgetResource {
    private final BudgetDesk desk;

    @Inject
    public BudgetResource(BudgetDesk desk) {
        this.desk = desk;
    }

    /** How it stands. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showProgrammeBudget", summary = "Show the programme's budget")
    public BudgetView show() {
        return desk.show(Budgets.PROGRAMME);
    }

    /** Sets it, in the place of the one that is there. */
    @PUT
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setProgrammeBudget", summary = "Set the programme's budget")
    public BudgetView set(@Context SecurityContext who, BudgetForm form) {
        return desk.set(Budgets.PROGRAMME, form, Caller.of(who).getName());
    }
}
