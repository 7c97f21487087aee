package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.AUDITOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dariro.console.api.AuditKind;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.AuditQuery;
import org.dariro.platform.AuditRow;
import org.dariro.platform.AuditVerdict;
import org.dariro.platform.Component;
import org.dariro.platform.CsvText;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** The record: who decided, saw and did what, and whether it is as it was written. It holds no text and no number. */
@Component
@Path("record")
public class RecordPage {
    private static final int MOST = 50;
    private static final int LONGEST_DETAILS = 240;
    private static final int AT_ONCE = 1_000;
    private static final int MOST_EXPORTED = 100_000;
    private static final int LONGEST_HEAD = 100;
    private static final List<String> COLUMNS = List.of("row", "place", "at (UTC)", "who", "what", "on", "details");
    private final Database database;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public RecordPage(Database database, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A row.
     *
     * @param further whether there are more details than are shown
     */
    public record Line(
            long id,
            Instant at,
            String who,
            String what,
            List<String> subjects,
            String details,
            boolean further,
            boolean sealed) {
        static Line of(AuditRow row) {
            boolean further = row.details().length() > LONGEST_DETAILS;
            return new Line(
                    row.id(),
                    row.at(),
                    row.actor(),
                    row.action(),
                    row.subjects().isEmpty()
                            ? List.of()
                            : Arrays.stream(row.subjects().split(" "))
                                    .limit(MOST)
                                    .toList(),
                    further ? row.details().substring(0, LONGEST_DETAILS) : row.details(),
                    further,
                    row.seq() > 0);
        }
    }

    /**
     * What reading the whole record showed.
     *
     * @param bad what is wrong with the first bad row; null when all is well
     * @param place of that row; 0 when it has none
     * @param id of that row; 0 when it is gone
     */
    public record Verdict(
            long sealed,
            int unsealed,
            String head,
            @Nullable String bad,
            long place,
            long id) {
        static Verdict of(Visit visit, AuditVerdict verdict) {
            Optional<AuditVerdict.BadRow> bad = verdict.bad();
            return new Verdict(
                    verdict.sealed(),
                    verdict.unsealed(),
                    verdict.head(),
                    bad.map(row -> visit.words()
                                    .known("trail-bad-" + row.what().replaceAll("[^a-z]+", "-"))
                                    .orElse(row.what()))
                            .orElse(null),
                    bad.map(AuditVerdict.BadRow::seq).orElse(0L),
                    bad.map(AuditVerdict.BadRow::id).orElse(0L));
        }
    }

    /** The newest rows, or older ones, of those that are asked for. */
    @GET
    @For({AUDITOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @Context UriInfo asked) {
        return page(Visit.of(caller), RecordFilter.of(asked.getQueryParameters()), null, Entered.BLANK);
    }

    private Page page(Visit visit, RecordFilter filter, @Nullable Verdict verdict, Entered form) {
        AuditQuery wanted = filter.query(visit.zone());
        List<AuditRow> rows = database.inTransaction(tx -> audit.newest(tx, wanted, filter.before(), MOST + 1));
        List<AuditRow> shown = rows.subList(0, Math.min(MOST, rows.size()));
        return visit.page("record")
                .with("filter", filter)
                .with(
                        "kinds",
                        Arrays.stream(AuditKind.values()).map(AuditKind::label).toList())
                .with("rows", shown.stream().map(Line::of).toList())
                .with("next", rows.size() > MOST ? shown.get(MOST - 1).id() : null)
                .with("head", audit.head().text())
                .with("verdict", verdict)
                .with("form", form);
    }

    /** Reads the whole record, and names the first bad row. */
    @POST
    @Path("verification")
    @For({AUDITOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response verify(@Context SecurityContext caller, @FormParam("noted") @Nullable String given) {
        Visit visit = Visit.of(caller);
        String noted = given == null ? "" : given.strip();
        Entered form = Entered.BLANK.with("noted", noted);
        if (!noted.isEmpty() && (noted.length() > LONGEST_HEAD || !noted.matches("[0-9]{1,18}:[0-9a-f]*"))) {
            return Pages.wrong(
                    page(visit, RecordFilter.ALL, null, form.faulted("noted", visit.text("trail-noted-needed"))));
        }
        AuditVerdict verdict = audit.verify(Optional.of(noted).filter(one -> !one.isEmpty()));
        return Response.ok(page(visit, RecordFilter.ALL, Verdict.of(visit, verdict), form), Pages.HTML)
                .build();
    }

    /** The same rows for a spreadsheet, so many at most. */
    @GET
    @Path("table")
    @For({AUDITOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response table(@Context SecurityContext caller, @Context UriInfo asked) {
        Visit visit = Visit.of(caller);
        RecordFilter filter = RecordFilter.of(asked.getQueryParameters());
        AuditQuery wanted = filter.query(visit.zone());
        database.useTransaction(tx -> audit.add(tx, AuditEntry.of(visit.actor(), "record-exported")));
        StreamingOutput rows = out -> write(wanted, filter.before(), out);
        return Downloads.file(
                "record-" + LocalDate.ofInstant(clock.instant(), visit.zone()) + ".csv",
                new MediaType("text", "csv", "utf-8"),
                rows);
    }

    private void write(AuditQuery wanted, long before, OutputStream out) throws IOException {
        CsvText table = new CsvText(COLUMNS);
        out.write("\ufeff"
                .getBytes(StandardCharsets.UTF_8)); // without it some spreadsheets take UTF-8 for something else
        long last = before;
        int written = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE && written < MOST_EXPORTED) {
            long end = last;
            List<AuditRow> rows = database.inTransaction(tx -> audit.newest(tx, wanted, end, AT_ONCE));
            for (AuditRow row : rows) {
                table.row(Arrays.asList(
                        row.id(),
                        row.seq() == 0 ? null : row.seq(),
                        row.at(),
                        row.actor(),
                        row.action(),
                        row.subjects(),
                        row.details()));
                last = row.id();
            }
            out.write(table.take().getBytes(StandardCharsets.UTF_8));
            some = rows.size();
            written += some;
        }
    }
}
