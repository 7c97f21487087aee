package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.Delivery;
import org.dariro.delivery.Reconciliation;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One delivery whose fate nobody could find out: what was done, and what a person decides. */
@Component
@Path("deliveries/{delivery}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UnknownDeliveryResource {
    private final Database database;
    private final Deliveries deliveries;
    private final Reconciliation reconciliation;

    @Inject
    public UnknownDeliveryResource(Database database, Deliveries deliveries, Reconciliation reconciliation) {
        this.database = database;
        this.deliveries = deliveries;
        this.reconciliation = reconciliation;
    }

    /**
     * What is known of a delivery.
     *
     * @param asked how often the carrier was asked about it
     * @param answer {@code found}, {@code not-found} or {@code none}; null when it was not asked
     * @param carrierIds how many ids the carrier has given it
     */
    public record EvidenceView(
            String state,
            @Nullable String code,
            int attempts,
            Instant since,
            int asked,
            @Nullable Instant askedAt,
            @Nullable String answer,
            int carrierIds) {
        static EvidenceView of(Delivery.Evidence known) {
            return new EvidenceView(
                    Fields.label(known.state()),
                    known.code().isPresent() ? known.code().get() : null,
                    known.attempts(),
                    known.since(),
                    known.asked(),
                    known.askedAt().isPresent() ? known.askedAt().get() : null,
                    known.answer().isPresent() ? known.answer().get() : null,
                    known.carrierIds());
        }
    }

    /**
     * What a person decides: {@code arrived}, {@code lost} or {@code resend}.
     *
     * @param by of no effect: who decides is known by the token
     */
    public record Decision(
            @Nullable String outcome,
            @Nullable String by,
            @Nullable String reason) {}

    /** What is known of a delivery. */
    @GET
    @Path("evidence")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showEvidence", summary = "Show what was done to find out what became of a text")
    public EvidenceView evidence(@PathParam("delivery") long delivery) {
        return database.inTransaction(tx -> EvidenceView.of(find(tx, delivery)));
    }

    /** Decides on a delivery whose fate is unknown. */
    @POST
    @Path("resolution")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "resolveDelivery", summary = "Decide on a text of unknown fate")
    public EvidenceView resolve(@Context SecurityContext who, @PathParam("delivery") long delivery, Decision decision) {
        Fields fields = new Fields();
        Optional<Reconciliation.Resolution> outcome =
                fields.choice("outcome", decision.outcome(), Reconciliation.Resolution.class);
        if (decision.outcome() == null) {
            fields.fault("outcome", "This field is one of: arrived, lost, resend.");
        }
        String by = Caller.of(who).getName();
        String reason = fields.text("reason", decision.reason(), 200);
        fields.check();
        return database.inTransaction(tx -> {
            find(tx, delivery);
            if (!reconciliation.decide(tx, delivery, outcome.orElseThrow(), by, reason)) {
                throw Refused.conflict("What became of this text is known.");
            }
            return EvidenceView.of(find(tx, delivery));
        });
    }

    private Delivery.Evidence find(Transaction tx, long delivery) {
        return deliveries.evidence(tx, delivery).orElseThrow(() -> Refused.notFound("delivery"));
    }
}
