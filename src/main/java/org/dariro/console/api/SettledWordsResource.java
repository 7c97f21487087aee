package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.conversation.WaitingWords;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Says that what somebody wrote in private needs no answer. */
@Component
@Path("groups/{group}/members/{member}/private-words/settle")
@Produces(MediaType.APPLICATION_JSON)
public class SettledWordsResource {
    private final Database database;
    private final Memberships memberships;
    private final WaitingWords waiting;

    @Inject
    public SettledWordsResource(Database database, Memberships memberships, WaitingWords waiting) {
        this.database = database;
        this.memberships = memberships;
        this.waiting = waiting;
    }

    /** Whether words of this member wait for an answer. */
    public record WaitView(long member, boolean waits) {}

    /**
     * What was read.
     *
     * @param seen the id of the last private words that were read; what came after it still waits
     */
    public record Seen(@Nullable Long seen) {}

    /** Settles them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "settlePrivateWords", summary = "Say that what somebody wrote in private needs no answer")
    public WaitView settle(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id, Seen read) {
        Long seen = read.seen();
        if (seen == null) {
            throw Refused.invalid("seen", "Say the id of the last private words that you have read.");
        }
        return database.inTransaction(tx -> {
            Membership place = MembersResource.find(tx, memberships, group, id);
            waiting.settle(tx, place, seen, Caller.of(who).getName());
            return new WaitView(place.id(), waiting.waits(tx, place));
        });
    }
}
