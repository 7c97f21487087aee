package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What became of the MTs of all groups, and of those that belong to none. */
@Component
@Path("deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {
    private final DeliveryList deliveries;

    @Inject
    public DeliveriesResource(DeliveryList deliveries) {
        this.deliveries = deliveries;
    }

    /** Deliveries, the oldest first: {@code state=unknown} is what a person must look into. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listDeliveries", summary = "List what texts became, over all groups")
    public Page<DeliveryView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return deliveries.read(Optional.empty(), state, after, limit);
    }
}
