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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.Safeguard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What mentors must act on. */
@Component
@Path("alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AlertsResource {
    private final Database database;
    private final Safeguard safeguard;
    private final Memberships memberships;

    @Inject
    public AlertsResource(Database database, Safeguard safeguard, Memberships memberships) {
        this.database = database;
        this.safeguard = safeguard;
        this.memberships = memberships;
    }

    /**
     * An alert.
     *
     * @param group null when somebody in no group wrote
     * @param member the person's place in that group
     * @param source {@code post}, {@code private}, {@code nickname} or {@code text}
     */
    public record AlertView(
            long id,
            @Nullable Long group,
            @Nullable Long member,
            @Nullable String nickname,
            String source,
            String category,
            String severity,
            String text,
            boolean open,
            Instant raisedAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String outcome) {
        static AlertView of(Alert alert, Map<Long, Membership> places) {
            Membership place = alert.membership().isPresent()
                    ? places.get(alert.membership().get())
                    : null;
            return new AlertView(
                    alert.id(),
                    alert.group().isPresent() ? alert.group().get() : null,
                    alert.membership().isPresent() ? alert.membership().get() : null,
                    place == null ? null : place.name(),
                    alert.source(),
                    alert.category(),
                    Fields.label(alert.severity()),
                    alert.text(),
                    alert.open(),
                    alert.raisedAt(),
                    alert.closedAt().isPresent() ? alert.closedAt().get() : null,
                    alert.closedBy().isPresent() ? alert.closedBy().get() : null,
                    alert.outcome().isPresent() ? alert.outcome().get() : null);
        }
    }

    /** Who closes an alert, and what came of it. */
    public record Closing(@Nullable String by, @Nullable String outcome) {}

    /** Alerts, the gravest first; the open ones unless {@code open=false}. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAlerts", summary = "List the alerts")
    public Page<AlertView> list(@QueryParam("open") @Nullable String open) {
        if (open != null && !open.equals("true") && !open.equals("false")) {
            throw Refused.invalid("open", "This is true or false.");
        }
        return database.inTransaction(tx -> Page.all(view(tx, safeguard.alerts(tx, !"false".equals(open)))));
    }

    private List<AlertView> view(Transaction tx, List<Alert> alerts) {
        Map<Long, Membership> places = memberships.byIds(
                tx,
                alerts.stream().flatMap(alert -> alert.membership().stream()).toList());
        return alerts.stream().map(alert -> AlertView.of(alert, places)).toList();
    }

    /** Closes an alert. */
    @POST
    @Path("{alert}/close")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "closeAlert", summary = "Close an alert with what came of it")
    public AlertView close(@PathParam("alert") long id, Closing closing) {
        Fields fields = new Fields();
        String by = fields.text("by", closing.by(), 80);
        String outcome = fields.text("outcome", closing.outcome(), 200);
        fields.check();
        return database.inTransaction(tx -> {
            if (safeguard.alert(tx, id).isEmpty()) {
                throw Refused.notFound("alert");
            } else if (!safeguard.close(tx, id, by, outcome)) {
                throw Refused.conflict("Somebody has closed this alert already.");
            }
            return view(tx, safeguard.alert(tx, id).stream().toList()).get(0);
        });
    }
}
