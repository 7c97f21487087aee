package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.Optional;
import org.dariro.group.GroupLog;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.Reports;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A risk that a person sees in a post and screening had not. */
@Component
@Path("groups/{group}/posts/{seq}/missed")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MissedResource {
    private final Database database;
    private final GroupLog log;
    private final Memberships memberships;
    private final Reports reports;
    private final InstantSource clock;

    @Inject
    public MissedResource(
            Database database, GroupLog log, Memberships memberships, Reports reports, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.memberships = memberships;
        this.reports = reports;
        this.clock = clock;
    }

    /** What it is, and how grave at least. */
    public record Seen(@Nullable String category, @Nullable String severity) {}

    /** Raises an alert now, and keeps the text as a test. */
    @POST
    @Creates
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "reportMissedRisk", summary = "Say that a post shows a risk which screening had not seen")
    public AlertView missed(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("seq") long seq, Seen seen) {
        Fields fields = new Fields();
        Optional<Risk> risk = LexiconTestsResource.risk(fields, seen.category(), seen.severity());
        if (fields.errors().isEmpty() && risk.isEmpty()) {
            fields.fault("category", "Say what risk it is, and how grave at least.");
        }
        fields.check();
        try {
            return database.inTransaction(tx -> {
                Alert alert = log.after(tx, group, seq - 1, 1).stream()
                        .filter(post -> post.post().seq() == seq)
                        .findFirst()
                        .map(post -> reports.missed(
                                tx, post, risk.orElseThrow(), Caller.of(who).getName()))
                        .orElseThrow(() -> Refused.notFound("post"));
                return AlertView.of(
                        alert, memberships.byIds(tx, alert.membership().stream().toList()), clock.instant());
            });
        } catch (AlertFault fault) {
            throw Refused.conflict(fault.words());
        }
    }
}
