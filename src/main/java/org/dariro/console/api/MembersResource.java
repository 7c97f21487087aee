package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
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
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.Moderation;
import org.dariro.conversation.PlaceFault;
import org.dariro.conversation.Tending;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Network;
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
    private final Tending tending;
    private final Moderation moderation;

    @Inject
    public MembersResource(
            Database database,
            Groups groups,
            Memberships memberships,
            Members members,
            Enrolment enrolment,
            Tending tending,
            Moderation moderation) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.enrolment = enrolment;
        this.tending = tending;
        this.moderation = moderation;
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

    /**
     * What to change; what is null stays.
     *
     * @param network MCC and MNC of a number that was ported; empty to go by its prefix again
     */
    public record MemberChange(
            @Nullable String mode,
            @Nullable String language,
            @Nullable String nickname,
            @Nullable String network) {}

    /** Why somebody is removed. */
    public record Removal(@Nullable String reason) {}

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

    /** Changes how somebody is called and written to; who takes part is told by SMS. */
    @PATCH
    @Path("{member}")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeMember", summary = "Change somebody's nickname, language, reading mode or network")
    public MemberView change(@PathParam("group") long group, @PathParam("member") long id, MemberChange wanted) {
        Fields fields = new Fields();
        Tending.Change change = new Tending.Change(
                fields.choice("mode", wanted.mode(), ReadingMode.class),
                fields.line("language", wanted.language(), 40),
                fields.line("nickname", wanted.nickname(), 40));
        Optional<String> written = fields.line("network", wanted.network(), 10);
        Optional<Network> network = written.flatMap(Network::parse);
        if (written.filter(code -> !code.isEmpty()).isPresent() && network.isEmpty()) {
            fields.fault("network", "Write the network's MCC and MNC, such as 63902; GET /networks lists some.");
        }
        fields.check();
        return database.inTransaction(tx -> {
            Membership place = find(tx, memberships, group, id);
            if (written.isPresent()) {
                Member member = place.memberId()
                        .flatMap(known -> members.get(tx, known))
                        .orElseThrow(() -> Refused.of(List.of(PlaceFault.NO_PHONE)));
                members.network(tx, member, network);
            }
            return view(
                    tx, Refused.unlessDone(tending.change(tx, GroupsResource.find(tx, groups, group), place, change)));
        });
    }

    /** Takes somebody out of the group; they are told that, and nobody is told why. */
    @POST
    @Path("{member}/remove")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "removeMember", summary = "Take somebody out of the group")
    public MemberView remove(
            @Context SecurityContext who,
            @PathParam("group") long group,
            @PathParam("member") long id,
            Removal removal) {
        Fields fields = new Fields();
        String reason = fields.text("reason", removal.reason(), LONGEST_NOTE);
        fields.check();
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> {
            Membership place = find(tx, memberships, group, id);
            return view(tx, moderation.remove(tx, GroupsResource.find(tx, groups, group), place, reason, by));
        });
    }
}
