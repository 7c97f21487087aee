package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.conversation.PlaceRecords;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who sends people to the groups. */
@Component
@Path("referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralsResource {
    private final Database database;
    private final PlaceRecords records;

    @Inject
    public ReferralsResource(Database database, PlaceRecords records) {
        this.database = database;
        this.records = records;
    }

    /** A code, and how many people came by it. */
    public record ReferralView(String code, long people) {}

    /** The codes, in their order, of the groups that the caller is for. */
    @GET
    @HeedsGroups
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listReferrals", summary = "Count how many people each code has sent")
    public Page<ReferralView> list(@Context SecurityContext who) {
        return database.inTransaction(
                tx -> Page.all(records.referrals(tx, Caller.of(who).groups()).entrySet().stream()
                        .map(one -> new ReferralView(one.getKey(), one.getValue()))
                        .toList()));
    }
}
