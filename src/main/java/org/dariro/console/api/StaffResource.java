package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The people who act on alerts. Their numbers go in and never come back. */
@Component
@Path("staff")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {
    private final Database database;
    private final StaffRoll staff;
    private final Members members;
    private final StaffForm form;
    private final AuditLog audit;

    @Inject
    public StaffResource(Database database, StaffRoll staff, Members members, StaffForm form, AuditLog audit) {
        this.database = database;
        this.staff = staff;
        this.members = members;
        this.form = form;
        this.audit = audit;
    }

    /**
     * A group that somebody serves.
     *
     * @param turn who is called first where the rota does not say; the lowest
     * @param member the place as which this person writes in the group
     */
    public record ServiceView(
            long group, int turn, @Nullable Long member) {}

    /**
     * Somebody of the staff.
     *
     * @param phone whether a number is known
     * @param stopped whether this person has said STOP to everything, and so is not called
     */
    public record StaffView(
            long id,
            String name,
            String role,
            boolean phone,
            boolean stopped,
            String language,
            String zone,
            List<ServiceView> groups,
            boolean ended) {}

    private StaffView view(Transaction tx, Staff one) {
        return view(one, members.get(tx, one.memberId().stream().toList()));
    }

    private static StaffView view(Staff one, Map<Long, Member> known) {
        return new StaffView(
                one.id(),
                one.name(),
                Fields.label(one.role()),
                one.memberId().isPresent(),
                one.memberId().map(known::get).filter(Member::stopped).isPresent(),
                one.language(),
                one.zone().getId(),
                one.serves().stream()
                        .map(service ->
                                new ServiceView(service.group(), service.turn(), AlertView.or(service.membership())))
                        .toList(),
                one.ended());
    }

    private Staff find(Transaction tx, long id) {
        return staff.find(tx, id).orElseThrow(() -> Refused.notFound("staff person"));
    }

    private static boolean isSeenBy(Caller caller, Staff one) {
        return one.role() == Staff.Role.COORDINATOR
                || caller.sees(Optional.empty())
                || one.serves().stream().anyMatch(service -> caller.sees(Optional.of(service.group())));
    }

    /** All, also those who have left; to who is for some groups only, those who serve these, and coordinators. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listStaff", summary = "List the people who act on alerts")
    public Page<StaffView> list(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            List<Staff> all =
                    staff.all(tx).stream().filter(one -> isSeenBy(caller, one)).toList();
            Map<Long, Member> known = members.get(
                    tx, all.stream().flatMap(one -> one.memberId().stream()).toList());
            return Page.all(all.stream().map(one -> view(one, known)).toList());
        });
    }

    /** Takes somebody on. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "createStaff", summary = "Take somebody on")
    public StaffView create(@Context SecurityContext who, StaffForm.Wanted wanted) {
        return database.inTransaction(tx -> {
            Staff made = staff.add(tx, form.read(tx, wanted));
            audit.add(tx, AuditEntry.of(Caller.of(who).getName(), "staff-made").on("staff", made.id()));
            return view(tx, made);
        });
    }

    /** Somebody; nobody whom the list would not show. */
    @GET
    @Path("{staff}")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showStaff", summary = "Show somebody of the staff")
    public StaffView show(@Context SecurityContext who, @PathParam("staff") long id) {
        return database.inTransaction(tx -> staff.find(tx, id)
                .filter(one -> isSeenBy(Caller.of(who), one))
                .map(one -> view(tx, one))
                .orElseThrow(() -> Refused.notFound("staff person")));
    }

    /** Changes somebody; {@code "ended": true} when this person leaves. */
    @PATCH
    @Path("{staff}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeStaff", summary = "Change somebody of the staff; what is left out stays")
    public StaffView change(@Context SecurityContext who, @PathParam("staff") long id, StaffForm.Wanted wanted) {
        return database.inTransaction(tx -> {
            staff.save(tx, form.read(tx, find(tx, id), wanted));
            audit.add(
                    tx, AuditEntry.of(Caller.of(who).getName(), "staff-changed").on("staff", id));
            return view(tx, find(tx, id));
        });
    }
}
