package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.escalation.Escalation;
import org.dariro.safeguarding.escalation.Running;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whom we call about which alert, and which of them nobody has answered. */
@Component
@Path("escalations")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationsResource {
    private final Database database;
    private final Escalation escalation;
    private final Alerts alerts;
    private final StaffRoll staff;
    private final InstantSource clock;

    @Inject
    public EscalationsResource(
            Database database, Escalation escalation, Alerts alerts, StaffRoll staff, InstantSource clock) {
        this.database = database;
        this.escalation = escalation;
        this.alerts = alerts;
        this.staff = staff;
        this.clock = clock;
    }

    /** That somebody was called. */
    public record CallView(long staff, @Nullable String name, Instant at) {}

    /**
     * The calls about an alert that is not closed.
     *
     * @param number what is answered with, {@code ACK 42}
     * @param began when the first call of this round was due
     * @param nextAt when somebody is called next; null while nobody has to be
     * @param heldBy who has the alert now
     * @param unanswered whether all were called in this round, and nobody has the alert
     */
    public record EscalationView(
            long alert,
            int number,
            @Nullable Long group,
            String severity,
            int round,
            Instant began,
            @Nullable Instant nextAt,
            @Nullable String heldBy,
            boolean unanswered,
            List<CallView> calls) {}

    /** Those that are open, the unanswered first and then the oldest. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listEscalations", summary = "List whom we call about open alerts")
    public Page<EscalationView> list(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            Map<Long, String> names = staff.all(tx).stream().collect(Collectors.toMap(Staff::id, Staff::name));
            return Page.all(escalation.open(tx).stream()
                    .flatMap(run -> view(tx, caller, run, names).stream())
                    .sorted((one, other) -> Boolean.compare(other.unanswered(), one.unanswered())) // stable
                    .toList());
        });
    }

    private Optional<EscalationView> view(Transaction tx, Caller caller, Running run, Map<Long, String> names) {
        return alerts.find(tx, run.alert())
                .filter(alert -> caller.sees(alert.group()))
                .map(alert -> {
                    Optional<String> holder = alert.claimAt(clock.instant()).map(Alert.Claim::by);
                    return new EscalationView(
                            run.alert(),
                            run.number(),
                            AlertView.or(alert.group()),
                            Fields.label(alert.severity()),
                            run.round(),
                            run.began(),
                            holder.isPresent() ? null : AlertView.or(run.next()),
                            AlertView.or(holder),
                            holder.isEmpty() && escalation.isUnanswered(alert.severity(), run),
                            escalation.pages(tx, run.alert()).stream()
                                    .map(page -> new CallView(page.staff(), names.get(page.staff()), page.at()))
                                    .toList());
                });
    }
}
