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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Moderation;
import org.dariro.conversation.NumberReason;
import org.dariro.conversation.Numbering;
import org.dariro.conversation.PlaceFault;
import org.dariro.conversation.PlaceRecords;
import org.dariro.conversation.Tending;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Network;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Engagement;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One person of a group, and what staff keep about them. */
@Component
@Path("groups/{group}/members/{member}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {
    private static final int LONGEST = 200;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Tending tending;
    private final Moderation moderation;
    private final Engagement engagement;
    private final PlaceRecords records;
    private final Numbering numbering;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public MemberResource(
            Database database,
            Groups groups,
            Memberships memberships,
            Members members,
            Tending tending,
            Moderation moderation,
            Engagement engagement,
            PlaceRecords records,
            Numbering numbering) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.tending = tending;
        this.moderation = moderation;
        this.engagement = engagement;
        this.records = records;
        this.numbering = numbering;
    }

    /**
     * How somebody takes part.
     *
     * @param held posts that were not released
     * @param lastText when the last text with posts changed its state, and {@code lastTextState} to what
     * @param unread posts of others that they have not got
     * @param referrer the code of who sent them
     */
    public record PersonView(
            MemberView member,
            long posts,
            long held,
            @Nullable Instant lastPost,
            @Nullable Instant lastPrivate,
            Instant lastSpoke,
            @Nullable Instant lastText,
            @Nullable String lastTextState,
            long unread,
            @Nullable String referrer) {}

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

    /** A note of staff. */
    public record NoteView(long id, String text, String by, Instant at) {}

    /** A note to add, of 1 to 1,000 characters. */
    public record NewNote(@Nullable String text) {}

    /** An entry of the ledger of consent. */
    public record ConsentView(String event, String wording, String language, String medium, Instant at) {}

    /** Who agreed for a minor. */
    public record GuardianView(String name, String relation, String note, String by, Instant at) {}

    /** Who agrees for a minor. */
    public record NewGuardian(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String note) {}

    /** The code of who sent somebody; empty for nobody. */
    public record Referrer(@Nullable String code) {}

    /** Why the number is needed: {@code emergency}, {@code asked-to-call}, {@code check}, {@code referral}. */
    public record Asking(@Nullable String reason) {}

    /** A number, shown once. */
    public record NumberView(String number) {
        /** Masked. */
        @Override
        public String toString() {
            return "NumberView";
        }
    }

    private MemberView view(Transaction tx, Membership place) {
        return MemberView.of(place, place.memberId().flatMap(id -> members.get(tx, id)));
    }

    private Membership place(Transaction tx, long group, long id) {
        GroupsResource.find(tx, groups, group);
        return MembersResource.find(tx, memberships, group, id);
    }

    /** Shows somebody. */
    @GET
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showMember", summary = "Show how somebody takes part")
    public PersonView show(@PathParam("group") long group, @PathParam("member") long id) {
        return database.inTransaction(tx -> {
            Membership place = place(tx, group, id);
            Engagement.View view = engagement.of(tx, place);
            return new PersonView(
                    view(tx, place),
                    view.posts(),
                    view.held(),
                    view.lastPost().orElse(null),
                    view.lastPrivate().orElse(null),
                    place.spokeAt(),
                    view.lastText().orElse(null),
                    view.lastTextState().isEmpty() ? null : view.lastTextState(),
                    view.unread(),
                    records.referrer(tx, place).orElse(null));
        });
    }

    /** Changes how somebody is called and written to; who takes part is told by SMS. */
    @PATCH
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
            Membership place = place(tx, group, id);
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
    @Path("remove")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "removeMember", summary = "Take somebody out of the group")
    public MemberView remove(
            @Context SecurityContext who,
            @PathParam("group") long group,
            @PathParam("member") long id,
            Removal removal) {
        Fields fields = new Fields();
        String reason = fields.text("reason", removal.reason(), LONGEST);
        fields.check();
        String by = Caller.of(who).getName();
        return database.inTransaction(tx -> {
            Membership place = place(tx, group, id);
            return view(tx, moderation.remove(tx, GroupsResource.find(tx, groups, group), place, reason, by));
        });
    }

    /** The notes of staff, the latest first. */
    @GET
    @Path("notes")
    @ShowsTexts("member-notes-read")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listMemberNotes", summary = "Read what staff note of somebody")
    public Page<NoteView> notes(@PathParam("group") long group, @PathParam("member") long id) {
        return database.inTransaction(tx -> Page.all(records.notes(tx, place(tx, group, id)).stream()
                .map(note -> new NoteView(note.id(), note.text(), note.by(), note.at()))
                .toList()));
    }

    /** Adds a note. */
    @POST
    @Path("notes")
    @Creates
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "noteMember", summary = "Note something of somebody for other staff")
    public NoteView note(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id, NewNote note) {
        Fields fields = new Fields();
        String text = fields.text("text", note.text(), PlaceRecords.LONGEST_NOTE);
        fields.check();
        return database.inTransaction(tx -> {
            Membership place = place(tx, group, id);
            kept(records.note(tx, place, text, Caller.of(who).getName()));
            PlaceRecords.Note added = records.notes(tx, place).get(0);
            return new NoteView(added.id(), added.text(), added.by(), added.at());
        });
    }

    private static void kept(boolean kept) {
        if (!kept) {
            throw Refused.conflict("This person was erased.");
        }
    }

    /** What somebody was asked and answered, and what staff did, the oldest first. */
    @GET
    @Path("consents")
    @ShowsTexts("member-consents-read")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listConsents", summary = "Read somebody's consents")
    public Page<ConsentView> consents(@PathParam("group") long group, @PathParam("member") long id) {
        return database.inTransaction(tx -> Page.all(records.consents(tx, place(tx, group, id)).stream()
                .map(one -> new ConsentView(one.event(), one.wording(), one.language(), one.medium(), one.at()))
                .toList()));
    }

    /** Who agreed for a minor. */
    @GET
    @Path("guardian")
    @ShowsTexts("guardian-read")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showGuardian", summary = "Show who agreed for a minor")
    public GuardianView guardian(@PathParam("group") long group, @PathParam("member") long id) {
        return database.inTransaction(tx -> records.guardian(tx, place(tx, group, id))
                .map(MemberResource::view)
                .orElseThrow(() -> Refused.notFound("guardian of this member")));
    }

    private static GuardianView view(PlaceRecords.Guardian one) {
        return new GuardianView(one.name(), one.relation(), one.note(), one.by(), one.at());
    }

    /** Notes who agreed for a minor, in the place of what was noted before. */
    @PUT
    @Path("guardian")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setGuardian", summary = "Note who agreed for a minor")
    public GuardianView guardian(
            @Context SecurityContext who,
            @PathParam("group") long group,
            @PathParam("member") long id,
            NewGuardian wanted) {
        Fields fields = new Fields();
        String name = fields.text("name", wanted.name(), PlaceRecords.LONGEST_NAME);
        String relation = fields.text("relation", wanted.relation(), PlaceRecords.LONGEST_RELATION);
        String note = fields.text("note", wanted.note(), LONGEST);
        fields.check();
        return database.inTransaction(tx -> {
            Membership place = place(tx, group, id);
            kept(records.guardian(
                    tx, place, name, relation, note, Caller.of(who).getName()));
            return view(records.guardian(tx, place).orElseThrow());
        });
    }

    /** Notes who sent somebody. */
    @PUT
    @Path("referrer")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setReferrer", summary = "Note who sent somebody, by code")
    public Referrer refer(@PathParam("group") long group, @PathParam("member") long id, Referrer wanted) {
        String written = Optional.ofNullable(wanted.code()).orElse("").strip();
        Optional<String> code = PlaceRecords.code(written);
        if (!written.isEmpty() && code.isEmpty()) {
            throw Refused.invalid("code", TableFault.REFERRER_FORM.words());
        }
        return database.inTransaction(tx -> {
            records.refer(tx, place(tx, group, id), code.orElse(""));
            return new Referrer(code.orElse(""));
        });
    }

    /** Shows the number to a person, for a reason, on record. */
    @POST
    @Path("number")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showNumber", summary = "Show somebody's number, for a reason that goes on record")
    public NumberView number(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id, Asking asking) {
        Fields fields = new Fields();
        Optional<NumberReason> reason = fields.choice("reason", asking.reason(), NumberReason.class);
        if (asking.reason() == null) {
            fields.fault("reason", "This field is needed: emergency, asked-to-call, check or referral.");
        }
        fields.check();
        Caller caller = Caller.of(who);
        if (!caller.isPerson()) {
            throw Refused.of(List.of(PlaceFault.NOT_FOR_PROGRAMS));
        }
        return database.inTransaction(tx -> new NumberView(
                Refused.unlessDone(numbering.show(tx, place(tx, group, id), reason.orElseThrow(), caller.getName()))
                        .e164()));
    }
}
