package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.NumberReason;
import org.dariro.conversation.Numbering;
import org.dariro.conversation.PlaceFault;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Shows the number of one of the staff to a person, for a reason that goes on record. */
@Component
@Path("staff/{staff}/number")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StaffNumberResource {
    private final Database database;
    private final StaffRoll staff;
    private final Numbering numbering;

    @Inject
    public StaffNumberResource(Database database, StaffRoll staff, Numbering numbering) {
        this.database = database;
        this.staff = staff;
        this.numbering = numbering;
    }

    /** Why: {@code emergency}, {@code asked-to-call}, {@code check} or {@code referral}. */
    public record Why(@Nullable String reason) {}

    /** The number as it is dialled from anywhere. */
    public record NumberView(String number) {}

    /** Shows it. */
    @POST
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(
            operationId = "showStaffNumber",
            summary = "Show the number of one of the staff, for a reason that goes on record")
    public NumberView number(@Context SecurityContext who, @PathParam("staff") long id, Why why) {
        Fields fields = new Fields();
        Optional<NumberReason> reason = fields.choice("reason", why.reason(), NumberReason.class);
        if (why.reason() == null) {
            fields.fault("reason", "This field is needed: emergency, asked-to-call, check or referral.");
        }
        fields.check();
        Caller caller = Caller.of(who);
        if (!caller.isPerson()) {
            throw Refused.of(List.of(PlaceFault.NOT_FOR_PROGRAMS));
        }
        return database.inTransaction(tx -> {
            Staff one = staff.find(tx, id).orElseThrow(() -> Refused.notFound("staff person"));
            return new NumberView(Refused.unlessDone(numbering.show(tx, one, reason.orElseThrow(), caller.getName()))
                    .e164());
        });
    }
}
