package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.screening.Severity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What mentors must act on, as a queue. */
@Component
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertsResource {
    private final Database database;
    private final Alerts alerts;
    private final Memberships memberships;
    private final InstantSource clock;

    @Inject
    public AlertsResource(Database database, Alerts alerts, Memberships memberships, InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** Alerts, the gravest first and then the oldest; those that must be acted on now unless {@code state} says otherwise. */
    @GET
    @ShowsTexts("alerts-read")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAlerts", summary = "List the alerts")
    public Page<AlertView> list(
            @Context SecurityContext who,
            @QueryParam("state") @Nullable String state,
            @QueryParam("open") @Nullable String open,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("group") @Nullable Long group,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        if (open != null && !open.equals("true") && !open.equals("false")) {
            fields.fault("open", "This is true or false.");
        }
        AlertQuery.Kind kind = fields.choice("state", state, AlertQuery.Kind.class)
                .orElse("false".equals(open) ? AlertQuery.Kind.ALL : AlertQuery.Kind.NOW);
        Optional<Severity> only = fields.choice("severity", severity, Severity.class);
        fields.check();
        Paging paging = Paging.of(after, limit);
        Caller caller = Caller.of(who);
        AlertQuery asked = new AlertQuery(
                kind, caller.groups(), only, Optional.ofNullable(group), paging.after(), paging.oneMore());
        return database.inTransaction(tx -> {
            List<Alert> found = alerts.list(tx, asked);
            Map<Long, Membership> places = memberships.byIds(
                    tx,
                    found.stream().flatMap(alert -> alert.membership().stream()).toList());
            Instant now = clock.instant();
            return paging.show(found, alert -> AlertView.of(alert, places, now), Alert::id);
        });
    }
}
