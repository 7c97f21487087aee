package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;
import static org.dariro.console.api.AlertView.or;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.safeguarding.protocol.Protocol;
import org.dariro.safeguarding.protocol.Protocols;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The protocols that alerts are worked by. */
@Component
@Path("protocols")
@Produces(MediaType.APPLICATION_JSON)
public class ProtocolsResource {
    private final Protocols protocols;

    @Inject
    public ProtocolsResource(Protocols protocols) {
        this.protocols = protocols;
    }

    /** A step, with what may be written to the member by language. */
    public record StepView(String name, String words, Map<String, String> say) {}

    /**
     * A protocol.
     *
     * @param reviewed when a clinician checked it; absent when nobody has
     */
    public record ProtocolView(
            String category,
            String title,
            List<StepView> steps,
            String emergency,
            String avoid,
            String source,
            @Nullable String reviewed) {
        static ProtocolView of(Protocol protocol) {
            return new ProtocolView(
                    protocol.category(),
                    protocol.title(),
                    protocol.steps().stream()
                            .map(step -> new StepView(step.name(), step.words(), step.say()))
                            .toList(),
                    protocol.emergency(),
                    protocol.avoid(),
                    protocol.source(),
                    or(protocol.reviewed().map(String::valueOf)));
        }
    }

    /** All protocols, as their files are now. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listProtocols", summary = "List the protocols that alerts are worked by")
    public Page<ProtocolView> list() {
        return Page.all(protocols.all().stream().map(ProtocolView::of).toList());
    }
}
