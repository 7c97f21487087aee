package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.AUDITOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.AuditLog;
import org.dariro.platform.AuditQuery;
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
    private static final int LONGEST_ACTOR = 80;
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

    /**
     * Rows, the oldest first, or the newest with {@code order=newest}; {@code subject=alert:17} for those on one thing,
     * {@code kind} for what they are about, {@code actor} for a part of a name, days in UTC.
     */
    @GET
    @MayCall({AUDITOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAudit", summary = "Read the audit trail")
    @SuppressWarnings("TooManyParameters")
    public Page<RowView> list(
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("order") @Nullable String order,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        Fields fields = new Fields();
        if (subject != null && !subject.matches("[a-z-]{1,20}:[0-9]{1,18}")) {
            fields.fault("subject", "This is a kind and an id, such as alert:17.");
        }
        Optional<AuditKind> about = fields.choice("kind", kind, AuditKind.class);
        boolean newest = fields.choice("order", order, Order.class)
                .filter(one -> one == Order.NEWEST)
                .isPresent();
        AuditQuery wanted = new AuditQuery(
                Optional.ofNullable(subject),
                about.map(AuditKind::actions).orElse(List.of()),
                fields.line("actor", actor, LONGEST_ACTOR).orElse(""),
                day(fields, "from", from)
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                day(fields, "to", to)
                        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        fields.check();
        long before = paging.after() == 0 ? Long.MAX_VALUE : paging.after();
        List<AuditRow> rows = database.inTransaction(tx -> newest
                ? audit.newest(tx, wanted, before, paging.oneMore())
                : audit.list(tx, wanted, paging.after(), paging.oneMore()));
        return paging.show(rows, RowView::of, AuditRow::id);
    }

    private enum Order {
        OLDEST,
        NEWEST
    }

    private static Optional<LocalDate> day(Fields fields, String field, @Nullable String value) {
        try {
            return Optional.ofNullable(value).map(LocalDate::parse);
        } catch (DateTimeException e) {
            fields.fault(field, "This field is a day, such as 2026-03-20.");
            return Optional.empty();
        }
    }

    /** Where the chain ends now. */
    @GET
    @Path("head")
    @MayCall({AUDITOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showAuditHead", summary = "Show where the audit trail ends, to be noted outside")
    public HeadView head() {
        return new HeadView(audit.head().text());
    }

    /** Reads the whole trail; {@code noted} is a head that was noted before. */
    @GET
    @Path("verification")
    @MayCall({AUDITOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "verifyAudit", summary = "Check whether the audit trail is as it was written")
    public VerdictView verify(@QueryParam("noted") @Nullable String noted) {
        if (noted != null && (noted.length() > LONGEST_HEAD || !noted.matches("[0-9]{1,18}:[0-9a-f]*"))) {
            throw Refused.invalid(
                    "noted", "This is a head as it was shown: a number, a colon, and letters and digits.");
        }
        return VerdictView.of(audit.verify(Optional.ofNullable(noted)));
    }
}
