package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.AUDITOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.AuditLog;
import org.dariro.platform.AuditRow;
import org.dariro.platform.AuditVerdict;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The audit trail: to be read, and to be checked. */
@Component
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int LONGEST_HEAD = 100;
    private final Database database;
    private final AuditLog audit;

    @Inject
    public AuditResource(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * A row.
     *
     * @param subjects what it was done to, such as {@code alert:17}
     * @param sealed whether it has its place in the chain
     */
    public record RowView(
            long id, Instant at, String actor, String action, List<String> subjects, String details, boolean sealed) {
        static RowView of(AuditRow row) {
            return new RowView(
                    row.id(),
                    row.at(),
                    row.actor(),
                    row.action(),
                    row.subjects().isEmpty()
                            ? List.of()
                            : List.of(row.subjects().split(" ")),
                    row.details(),
                    row.seq() > 0);
        }
    }

    /** Where the chain ends. */
    public record HeadView(String head) {}

    /**
     * The first bad row.
     *
     * @param seq its place in the chain; null when it has none
     * @param id null when the row is gone
     */
    public record BadView(@Nullable Long seq, @Nullable Long id, String what) {}

    /** What reading the whole trail showed; {@code bad} is null when it is as it was written. */
    public record VerdictView(
            long sealed,
            int unsealed,
            String head,
            @Nullable BadView bad) {
        static VerdictView of(AuditVerdict verdict) {
            BadView bad = verdict.bad()
                    .map(row ->
                            new BadView(row.seq() == 0 ? null : row.seq(), row.id() == 0 ? null : row.id(), row.what()))
                    .orElse(null);
            return new VerdictView(verdict.sealed(), verdict.unsealed(), verdict.head(), bad);
        }
    }

    /** Rows, the oldest first; {@code subject=alert:17} for those on one thing. */
    @GET
    @MayCall({AUDITOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAudit", summary = "Read the audit trail")
    public Page<RowView> list(
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        if (subject != null && !subject.matches("[a-z-]{1,20}:[0-9]{1,18}")) {
            throw Refused.invalid("subject", "This is a kind and an id, such as alert:17.");
        }
        List<AuditRow> rows = database.inTransaction(
                tx -> audit.list(tx, Optional.ofNullable(subject), paging.after(), paging.oneMore()));
        return paging.show(rows, RowView::of, AuditRow::id);
    }

    /** Where the chain ends now. */
    @GET
    @Path("head")
    @MayCall({AUDITOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showAuditHead", summary = "Show where the audit trail ends, to be noted outside")
    public HeadView head() {
        return new HeadView(audit.head().text());
    }

    /** Reads the whole trail; {@code noted} is a head that was noted before. */
    @GET
    @Path("verification")
    @MayCall({AUDITOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "verifyAudit", summary = "Check whether the audit trail is as it was written")
    public VerdictView verify(@QueryParam("noted") @Nullable String noted) {
        if (noted != null && (noted.length() > LONGEST_HEAD || !noted.matches("[0-9]{1,18}:[0-9a-f]*"))) {
            throw Refused.invalid(
                    "noted", "This is a head as it was shown: a number, a colon, and letters and digits.");
        }
        return VerdictView.of(audit.verify(Optional.ofNullable(noted)));
    }
}
