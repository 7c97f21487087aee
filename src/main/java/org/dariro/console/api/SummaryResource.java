package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dariro.delivery.Deliveries;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.Safeguard;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A group at a glance. */
@Component
@Path("groups/{group}/summary")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final GroupLog log;
    private final Safeguard safeguard;
    private final Deliveries deliveries;

    @Inject
    public SummaryResource(
            Database database,
            Groups groups,
            Memberships memberships,
            GroupLog log,
            Safeguard safeguard,
            Deliveries deliveries) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.log = log;
        this.safeguard = safeguard;
        this.deliveries = deliveries;
    }

    /**
     * A group in figures.
     *
     * @param members how many by standing
     * @param posts how many were released
     * @param held how many wait for a decision
     * @param deliveries parcels and segments by kind and state
     * @param segments of all parcels that went out or still may
     */
    public record SummaryView(
            long group,
            Map<String, Long> members,
            long mentors,
            long posts,
            long held,
            List<CountView> deliveries,
            long segments) {}

    /** Parcels of a kind in a state, and the segments they are billed as. */
    public record CountView(String kind, String state, long parcels, long segments) {}

    /** The figures of a group. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "summarizeGroup", summary = "Show a group in figures")
    public SummaryView show(@PathParam("group") long group) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            Map<String, Long> members = new TreeMap<>();
            long mentors = 0;
            for (var place : memberships.in(tx, group)) {
                if (place.role() == Role.MENTOR) {
                    mentors++;
                } else {
                    members.merge(Fields.label(place.standing()), 1L, Long::sum);
                }
            }
            List<CountView> counts = deliveries.counts(tx, group).stream()
                    .map(count -> new CountView(
                            Fields.label(count.kind()), Fields.label(count.state()), count.parcels(), count.segments()))
                    .toList();
            long held =
                    safeguard.waiting(tx, Set.of(group), 0, Integer.MAX_VALUE).size();
            return new SummaryView(
                    group,
                    members,
                    mentors,
                    log.lastSeq(tx, group),
                    held,
                    counts,
                    counts.stream().mapToLong(CountView::segments).sum());
        });
    }
}
