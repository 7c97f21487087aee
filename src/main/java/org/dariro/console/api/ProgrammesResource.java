package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dariro.platform.Component;
import org.dariro.programme.TopicPlans;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The plans of topics that groups can be given. */
@Component
@Path("programmes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammesResource {
    private final TopicPlans topics;

    @Inject
    public ProgrammesResource(TopicPlans topics) {
        this.topics = topics;
    }

    /** A plan of topics. */
    public record PlanView(String name, String title, int weeks, int topics) {}

    /** The plans of topics. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @HeedsGroups
    @Operation(operationId = "listProgrammes", summary = "List the plans of topics")
    public Page<PlanView> plans() {
        return Page.all(topics.all().stream()
                .map(plan -> new PlanView(
                        plan.name(), plan.title(), plan.weeks(), plan.topics().size()))
                .toList());
    }
}
