package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What became of a group's MTs. */
@Component
@Path("groups/{group}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class GroupDeliveriesResource {
    private final DeliveryList deliveries;

    @Inject
    public GroupDeliveriesResource(DeliveryList deliveries) {
        this.deliveries = deliveries;
    }

    /** Deliveries of a group, the oldest first. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listDeliveriesOfGroup", summary = "List what a group's texts became")
    public Page<DeliveryView> list(
            @PathParam("group") long group,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return deliveries.read(Optional.of(group), state, after, limit);
    }
}
