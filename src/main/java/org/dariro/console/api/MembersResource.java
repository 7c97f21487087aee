package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Enrolment;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The people of a group. */
@Component
@Path("groups/{group}/members")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    private static final int LONGEST_NOTE = 200;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Enrolment enrolment;

    @Inject
    public MembersResource(
            Database database, Groups groups, Memberships memberships, Members members, Enrolment enrolment) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.enrolment = enrolment;
    }

    /**
     * Somebody to enrol.
     *
     * @param consent {@code ask} (when absent) or {@code in-person}, with {@code note}
     */
    public record NewMember(
            @Nullable String number,
            @Nullable String nickname,
            @Nullable String language,
            @Nullable String role,
            @Nullable String consent,
            @Nullable String note) {}

    /** How consent comes about. */
    enum Consent {
        ASK,
        IN_PERSON
    }

    /** A place in a group; refused with 404 when there is none. */
    static Membership find(Transaction tx, Memberships memberships, long group, long id) {
        return memberships
                .find(tx, id)
                .filter(place -> place.groupId() == group)
                .orElseThrow(() -> Refused.notFound("member of this group"));
    }

    private MemberView view(Transaction tx, Membership place) {
        return MemberView.of(place, place.memberId().flatMap(id -> members.get(tx, id)));
    }

    /** Everybody, also who has left. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listMembers", summary = "List the people of a group")
    public Page<MemberView> list(@PathParam("group") long group) {
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            List<Membership> places = memberships.in(tx, group);
            Map<Long, Member> known = members.get(
                    tx,
                    places.stream().flatMap(place -> place.memberId().stream()).toList());
            return Page.all(places.stream()
                    .map(place ->
                            MemberView.of(place, place.memberId().flatMap(id -> Optional.ofNullable(known.get(id)))))
                    .toList());
        });
    }

    /** Enrols somebody. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "enrolMember", summary = "Enrol somebody")
    public MemberView enrol(@Context SecurityContext who, @PathParam("group") long group, NewMember wanted) {
        Fields fields = new Fields();
        Consent consent =
                fields.choice("consent", wanted.consent(), Consent.class).orElse(Consent.ASK);
        String note = fields.line("note", wanted.note(), LONGEST_NOTE).orElse("");
        Enrolment.Wish wish = new Enrolment.Wish(
                fields.line("number", wanted.number(), 40).orElse(""),
                fields.line("nickname", wanted.nickname(), 40).orElse(""),
                fields.line("language", wanted.language(), 40).orElse(""),
                fields.choice("role", wanted.role(), Role.class).orElse(Role.MEMBER),
                consent == Consent.IN_PERSON ? Optional.of(note) : Optional.empty());
        fields.check();
        String by = Caller.of(who).getName();
        return database.inTransaction(tx ->
                view(tx, Refused.unlessDone(enrolment.enrol(tx, GroupsResource.find(tx, groups, group), wish, by))));
    }
}
