package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dariro.gateway.Networks;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The mobile networks that the service knows. They stand in templates: here they can only be read. */
@Component
@Path("networks")
@Produces(MediaType.APPLICATION_JSON)
public class NetworksResource {
    private final Networks networks;

    @Inject
    public NetworksResource(Networks networks) {
        this.networks = networks;
    }

    /**
     * A network.
     *
     * @param code MCC and MNC
     * @param prefixes of numbers that were given to it, with {@code +}
     */
    public record NetworkView(String code, String country, String name, List<String> prefixes) {
        static NetworkView of(Networks.Known known) {
            return new NetworkView(known.network().code(), known.country(), known.name(), known.prefixes());
        }
    }

    /** All networks, by country. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listNetworks", summary = "List the mobile networks and their prefixes")
    public Page<NetworkView> list() {
        return Page.all(networks.all().stream().map(NetworkView::of).toList());
    }
}
