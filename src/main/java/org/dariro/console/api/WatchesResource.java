package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;
import static org.dariro.console.api.AlertView.or;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.Watch;
import org.dariro.safeguarding.Watches;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The people whom mentors watch over. */
@Component
@Path("watches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WatchesResource {
    private final Database database;
    private final Watches watches;
    private final Memberships memberships;

    @Inject
    public WatchesResource(Database database, Watches watches, Memberships memberships) {
        this.database = database;
        this.watches = watches;
        this.memberships = memberships;
    }

    /**
     * Somebody who is watched over.
     *
     * @param alert that it came of
     * @param member the place in the group of that alert
     */
    public record WatchView(
            long id,
            long alert,
            @Nullable Long group,
            @Nullable Long member,
            @Nullable String nickname,
            String placedBy,
            Instant placedAt,
            Instant until) {}

    /** The watches that count now, the first to end first. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listWatches", summary = "List the people who are watched over")
    public Page<WatchView> list(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            List<Watch> found = watches.now(tx).stream()
                    .filter(watch -> caller.sees(watch.group()))
                    .toList();
            Map<Long, Membership> places = memberships.byIds(
                    tx,
                    found.stream().flatMap(watch -> watch.membership().stream()).toList());
            return Page.all(found.stream()
                    .map(watch -> new WatchView(
                            watch.id(),
                            watch.alert(),
                            or(watch.group()),
                            or(watch.membership()),
                            or(watch.membership()
                                    .flatMap(id -> Optional.ofNullable(places.get(id)))
                                    .map(Membership::name)),
                            watch.placedBy(),
                            watch.placedAt(),
                            watch.until()))
                    .toList());
        });
    }

    /** Ends a watch before its time. */
    @POST
    @Path("{watch}/end")
    @Consumes(MediaType.WILDCARD)
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "endWatch", summary = "End a watch before its time")
    public Page<WatchView> end(@Context SecurityContext who, @PathParam("watch") long id) {
        Caller caller = Caller.of(who);
        database.useTransaction(tx -> {
            Watch watch = watches.find(tx, id)
                    .filter(one -> caller.sees(one.group()))
                    .orElseThrow(() -> Refused.notFound("watch"));
            if (!watches.end(tx, watch, caller.getName())) {
                throw Refused.conflict("Somebody has ended this watch already.");
            }
        });
        return list(who);
    }
}
