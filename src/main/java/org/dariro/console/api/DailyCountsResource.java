package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.DailyCounts;
import org.dariro.programme.Schedule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whether the mentors of a group are told by SMS once a day how many posts wait for an answer. */
@Component
@Path("groups/{group}/attention/daily")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DailyCountsResource {
    private final Database database;
    private final Groups groups;
    private final DailyCounts counts;

    @Inject
    public DailyCountsResource(Database database, Groups groups, DailyCounts counts) {
        this.database = database;
        this.groups = groups;
        this.counts = counts;
    }

    /**
     * What is wanted; what is null stays.
     *
     * @param hour 6 to 20, on the clocks of the group's country
     */
    public record Wanted(@Nullable Boolean sends, @Nullable Integer hour) {}

    /** Whether and when they are told, and by which clocks. */
    public record DailyView(
            boolean sends, int hour, String zone, @Nullable Instant nextAt) {
        static DailyView of(DailyCounts.Daily one, Group group) {
            return new DailyView(
                    one.sends(),
                    one.hour(),
                    Schedule.zone(group).getId(),
                    one.next().orElse(null));
        }
    }

    /** Shows it. */
    @GET
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showDailyCounts", summary = "Show whether mentors are told what waits once a day")
    public DailyView show(@PathParam("group") long id) {
        return database.inTransaction(tx -> DailyView.of(counts.of(tx, id), GroupsResource.find(tx, groups, id)));
    }

    /** Sets it. */
    @PUT
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setDailyCounts", summary = "Set whether mentors are told what waits once a day")
    public DailyView set(@Context SecurityContext who, @PathParam("group") long id, Wanted wanted) {
        Fields fields = new Fields();
        if (wanted.hour() != null
                && (wanted.hour() < DailyCounts.FIRST_HOUR || wanted.hour() > DailyCounts.LAST_HOUR)) {
            fields.fault("hour", "From 6 to 20.");
        }
        fields.check();
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            DailyCounts.Daily was = counts.of(tx, id);
            return DailyView.of(
                    counts.set(
                            tx,
                            group,
                            wanted.sends() == null ? was.sends() : wanted.sends(),
                            wanted.hour() == null ? was.hour() : wanted.hour(),
                            Caller.of(who).getName()),
                    group);
        });
    }
}
