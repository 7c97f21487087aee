package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How groups take part, how texts arrive, and how soon alerts are acted on. */
@Component
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
    private final ReportDesk desk;

    @Inject
    public ReportsResource(ReportDesk desk) {
        this.desk = desk;
    }

    /** Who took part, by group and week. */
    @GET
    @Path("engagement")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "reportEngagement", summary = "Show who posted and who read, by group and week")
    public Page<ReportDesk.WeekView> engagement(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return Page.all(desk.engagement(desk.period(from, to)));
    }

    /** What became of texts, by line and network. */
    @GET
    @Path("deliveries")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "reportDeliveries", summary = "Show how many texts arrived, by line and network")
    public Page<ReportDesk.RateView> deliveries(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return Page.all(desk.deliveries(desk.period(from, to)));
    }

    /** How soon alerts were acted on, by severity. */
    @GET
    @Path("alerts")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "reportAlerts", summary = "Show how soon alerts were claimed and closed, by severity")
    public Page<ReportDesk.ResponseView> alerts(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return Page.all(desk.responses(desk.period(from, to)));
    }

    /** One of them as a table for a spreadsheet. */
    @GET
    @Path("{report}/table")
    @Produces("text/csv")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "exportReport", summary = "One of the reports as a CSV table")
    public String table(
            @PathParam("report") String report,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return desk.table(report, desk.period(from, to)).orElseThrow(() -> Refused.notFound("report"));
    }
}
