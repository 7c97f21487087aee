package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.Safeguard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Posts kept back until a mentor decides. */
@Component
@Path("holds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {
    private static final int LONGEST_TOLD = 60; // it stands in the one text that the author gets
    private static final int LONGEST_KEPT = 200;
    private final Database database;
    private final Safeguard safeguard;

    @Inject
    public HoldsResource(Database database, Safeguard safeguard) {
        this.database = database;
        this.safeguard = safeguard;
    }

    /**
     * Why it is so decided.
     *
     * @param by of no effect: who decides is known by the token
     */
    public record Decision(@Nullable String by, @Nullable String reason) {}

    /** The holds that wait, the oldest first. */
    @GET
    @ShowsTexts("holds-read")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listHolds", summary = "List the posts that wait for a decision")
    public Page<HoldView> waiting(
            @Context SecurityContext who,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(tx -> paging.show(
                safeguard.waiting(tx, Caller.of(who).groups(), paging.after(), paging.oneMore()),
                HoldView::of,
                held -> held.hold().id()));
    }

    private Safeguard.HeldPost find(Transaction tx, Caller caller, long id) {
        return safeguard
                .find(tx, id)
                .filter(held -> caller.sees(Optional.of(held.post().post().groupId())))
                .orElseThrow(() -> Refused.notFound("hold"));
    }

    /** Releases a post to its group; the author is told. */
    @POST
    @Path("{hold}/release")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "releaseHold", summary = "Release a post to its group")
    public HoldView release(@Context SecurityContext who, @PathParam("hold") long id, Decision decision) {
        Fields fields = new Fields();
        String reason = fields.line("reason", decision.reason(), LONGEST_KEPT).orElse("");
        if (reason.isEmpty()) {
            fields.fault(
                    "reason", "This reason is kept on record: at most " + LONGEST_KEPT + " characters are needed.");
        }
        fields.check();
        return decide(Caller.of(who), id, (tx, held, by) -> safeguard.release(tx, held, by, reason));
    }

    /** Rejects a post; the author is told the reason. */
    @POST
    @Path("{hold}/reject")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "rejectHold", summary = "Reject a post; its author gets the reason")
    public HoldView reject(@Context SecurityContext who, @PathParam("hold") long id, Decision decision) {
        Fields fields = new Fields();
        String reason = fields.line("reason", decision.reason(), LONGEST_TOLD).orElse("");
        if (reason.isEmpty()) {
            fields.fault("reason", "The author gets this reason: a kind sentence of at most 60 characters is needed.");
        }
        fields.check();
        return decide(Caller.of(who), id, (tx, held, by) -> safeguard.reject(tx, held, by, reason));
    }

    private interface Deciding {
        boolean decide(Transaction tx, Safeguard.HeldPost held, String by);
    }

    private HoldView decide(Caller caller, long id, Deciding deciding) {
        try {
            return database.inTransaction(tx -> {
                if (!deciding.decide(tx, find(tx, caller, id), caller.getName())) {
                    throw Refused.conflict("Somebody has decided about this post already.");
                }
                return HoldView.of(find(tx, caller, id));
            });
        } catch (AlertFault fault) {
            throw Refused.conflict(fault.words());
        }
    }
}
