package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.screening.Severity;
import org.jspecify.annotations.Nullable;

/** All alerts that the visitor may see, also those that are put off or closed, page by page. */
@Component
@Path("alerts")
public class AlertsPage {
    private static final int AT_ONCE = 50;
    private final Database database;
    private final Alerts alerts;
    private final Groups groups;
    private final CallsShown calls;
    private final AlertRows rows;

    @Inject
    public AlertsPage(Database database, Alerts alerts, Groups groups, CallsShown calls, AlertRows rows) {
        this.database = database;
        this.alerts = alerts;
        this.groups = groups;
        this.calls = calls;
        this.rows = rows;
    }

    /** A group to choose. */
    public record Circle(String id, String name) {}

    /** The page; what is asked for and not known counts as not asked for. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @QueryParam("state") @Nullable String state,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("group") @Nullable String group,
            @QueryParam("after") @Nullable String after) {
        Visit visit = Visit.of(caller);
        AlertQuery.Kind kind = Arrays.stream(AlertQuery.Kind.values())
                .filter(one -> Words.label(one).equals(state))
                .findFirst()
                .orElse(AlertQuery.Kind.NOW);
        Optional<Severity> only = Arrays.stream(Severity.values())
                .filter(one -> Words.label(one).equals(severity))
                .findFirst();
        return database.inTransaction(tx -> {
            List<Circle> own = groups.all(tx).stream()
                    .filter(one -> visit.sees(one.id()))
                    .map(AlertsPage::circle)
                    .toList();
            Optional<Long> of = Optional.of(number(group))
                    .filter(id -> own.stream().anyMatch(one -> one.id().equals(group)));
            AlertQuery asked = new AlertQuery(kind, visit.onlyGroups(), only, of, number(after), AT_ONCE + 1);
            return page(tx, visit, asked).with("groups", own);
        });
    }

    private static Circle circle(Group group) {
        return new Circle(Long.toString(group.id()), group.name());
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private Page page(Transaction tx, Visit visit, AlertQuery asked) {
        List<Alert> found = visit.seesNothing() ? List.of() : alerts.list(tx, asked);
        boolean more = found.size() > AT_ONCE;
        List<Alert> shown = more ? found.subList(0, AT_ONCE) : found;
        String severity = asked.severity().map(Words::label).orElse("");
        String group = asked.group().map(id -> Long.toString(id)).orElse("");
        return visit.page("alerts")
                .with("alerts", rows.of(tx, visit, shown, calls.open(tx, visit)))
                .with("count", visit.seesNothing() ? 0 : alerts.count(tx, asked))
                .with("state", Words.label(asked.kind()))
                .with("severity", severity)
                .with("group", group)
                .with("further", asked.after() > 0)
                .with(
                        "states",
                        Arrays.stream(AlertQuery.Kind.values())
                                .map(Words::label)
                                .toList())
                .with(
                        "severities",
                        Arrays.stream(Severity.values())
                                .filter(one -> one != Severity.LOW) // never an alert
                                .map(Words::label)
                                .toList())
                .with(
                        "next",
                        more
                                ? "?state=" + Words.label(asked.kind()) + "&severity=" + severity + "&group=" + group
                                        + "&after=" + shown.get(AT_ONCE - 1).id()
                                : null);
    }
}
