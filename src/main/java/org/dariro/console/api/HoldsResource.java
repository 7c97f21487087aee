package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Hold;
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
     * A post that is or was kept back.
     *
     * @param member the author's place in the group
     * @param reason {@code risk}, {@code unscreened} or {@code flood}
     * @param decision {@code released} or {@code rejected}; null while it waits
     */
    public record HoldView(
            long id,
            long group,
            long member,
            String nickname,
            String text,
            String reason,
            Instant placedAt,
            @Nullable String decision,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decisionReason) {
        static HoldView of(Safeguard.HeldPost held) {
            Hold hold = held.hold();
            return new HoldView(
                    hold.id(),
                    held.post().post().groupId(),
                    held.post().post().author(),
                    held.post().nickname(),
                    held.post().post().text(),
                    hold.reason(),
                    hold.placedAt(),
                    hold.decision().isPresent() ? hold.decision().get() : null,
                    hold.decidedAt().isPresent() ? hold.decidedAt().get() : null,
                    hold.decidedBy().isPresent() ? hold.decidedBy().get() : null,
                    hold.decisionReason().isPresent() ? hold.decisionReason().get() : null);
        }
    }

    /** Who decides and why. */
    public record Decision(@Nullable String by, @Nullable String reason) {}

    /** The holds that wait, the oldest first. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listHolds", summary = "List the posts that wait for a decision")
    public Page<HoldView> waiting() {
        return database.inTransaction(
                tx -> Page.all(safeguard.waiting(tx).stream().map(HoldView::of).toList()));
    }

    private Safeguard.HeldPost find(Transaction tx, long id) {
        return safeguard.find(tx, id).orElseThrow(() -> Refused.notFound("hold"));
    }

    /** Releases a post to its group; the author is told. */
    @POST
    @Path("{hold}/release")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "releaseHold", summary = "Release a post to its group")
    public HoldView release(@PathParam("hold") long id, Decision decision) {
        Fields fields = new Fields();
        String by = fields.text("by", decision.by(), 80);
        String reason = fields.line("reason", decision.reason(), LONGEST_KEPT).orElse("");
        fields.check();
        return database.inTransaction(tx -> decided(tx, id, safeguard.release(tx, find(tx, id), by, reason)));
    }

    /** Rejects a post; the author is told the reason. */
    @POST
    @Path("{hold}/reject")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "rejectHold", summary = "Reject a post; its author gets the reason")
    public HoldView reject(@PathParam("hold") long id, Decision decision) {
        Fields fields = new Fields();
        String by = fields.text("by", decision.by(), 80);
        String reason = fields.line("reason", decision.reason(), LONGEST_TOLD).orElse("");
        if (reason.isEmpty()) {
            fields.fault("reason", "The author gets this reason: a kind sentence of at most 60 characters is needed.");
        }
        fields.check();
        return database.inTransaction(tx -> decided(tx, id, safeguard.reject(tx, find(tx, id), by, reason)));
    }

    private HoldView decided(Transaction tx, long id, boolean first) {
        if (!first) {
            throw Refused.conflict("Somebody has decided about this post already.");
        }
        return HoldView.of(find(tx, id));
    }
}
