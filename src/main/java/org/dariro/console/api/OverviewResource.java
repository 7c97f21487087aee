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
import java.util.Optional;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Overview;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How groups stand, each in one line. */
@Component
@Path("overview")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {
    private final Database database;
    private final Groups groups;
    private final Overview overview;

    @Inject
    public OverviewResource(Database database, Groups groups, Overview overview) {
        this.database = database;
        this.groups = groups;
        this.overview = overview;
    }

    /**
     * A group in one line.
     *
     * @param posts released in the last seven days
     * @param alerts that are open
     * @param gaps of the rota in the next seven days, {@code gapHours} together
     * @param rung of the ladder; null without a budget
     */
    public record RowView(
            GroupView group,
            long members,
            long posts,
            long alerts,
            int gaps,
            long gapHours,
            @Nullable String rung) {
        static RowView of(Overview.Row row) {
            return new RowView(
                    GroupView.of(row.group(), row.term()),
                    row.members(),
                    row.posts(),
                    row.alerts(),
                    row.gaps(),
                    row.gapHours(),
                    row.rung().isPresent() ? row.rungLabel() : null);
        }
    }

    /** The open groups that the caller is for, the oldest first. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "overviewGroups", summary = "Show how the open groups stand, each in one line")
    public Page<RowView> list(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> Page.all(overview
                .of(
                        tx,
                        groups.all(tx).stream()
                                .filter(group -> !group.closed() && caller.sees(Optional.of(group.id())))
                                .toList())
                .stream()
                .map(RowView::of)
                .toList()));
    }
}
