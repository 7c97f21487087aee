package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import org.dariro.console.api.Refused;
import org.dariro.console.api.ReportDesk;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** Reports for whoever answers for the programme: who takes part, whether texts arrive, how soon alerts are acted on. */
@Component
@Path("reports")
public class ReportsPage {
    private static final int MOST_WEEKS = 300;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private final ReportDesk desk;

    @Inject
    public ReportsPage(ReportDesk desk) {
        this.desk = desk;
    }

    /** A group's week, its Monday written out. */
    public record Week(String day, ReportDesk.WeekView week) {}

    /** How soon alerts of a severity were acted on, in words. */
    public record Soon(
            ReportDesk.ResponseView all, String claimMedian, String claimP90, String closeMedian, String closeP90) {}

    private ReportDesk.Period period(@Nullable String from, @Nullable String to) {
        try {
            return desk.period(from, to);
        } catch (Refused e) {
            return desk.period(null, null);
        }
    }

    /** The page. */
    @GET
    @For({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        ReportDesk.Period period = period(from, to);
        List<ReportDesk.WeekView> weeks = desk.engagement(period);
        return visit.page("reports")
                .with("period", period)
                .with(
                        "weeks",
                        weeks.stream()
                                .limit(MOST_WEEKS)
                                .map(week -> new Week(BudgetShown.day(visit, LocalDate.parse(week.week())), week))
                                .toList())
                .with("further", Math.max(0, weeks.size() - MOST_WEEKS))
                .with("rates", desk.deliveries(period))
                .with(
                        "responses",
                        desk.responses(period).stream()
                                .map(one -> new Soon(
                                        one,
                                        time(visit, one.claimMedian()),
                                        time(visit, one.claimP90()),
                                        time(visit, one.closeMedian()),
                                        time(visit, one.closeP90())))
                                .toList())
                .with("asOf", desk.asOf());
    }

    private static String time(Visit visit, @Nullable Long seconds) {
        if (seconds == null) {
            return "\u2013";
        } else if (seconds < MINUTE) {
            return visit.text("report-seconds", seconds);
        } else if (seconds < 2 * HOUR) {
            return visit.text("report-minutes", Math.round(seconds / (double) MINUTE));
        }
        return visit.text("report-hours", Math.round(seconds / (double) HOUR));
    }

    /** One of them for a spreadsheet. */
    @GET
    @Path("{report}/table")
    @For({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response table(
            @PathParam("report") String report,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        ReportDesk.Period period = period(from, to);
        return Downloads.csv(
                report + "-" + period.from() + "-" + period.to(),
                desk.table(report, period).orElseThrow(PageFault::notFound));
    }
}
