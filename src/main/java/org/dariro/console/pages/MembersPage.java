package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.PlaceRecords;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Folding;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The people of a group, and the form to enrol somebody. */
@Component
@Path("groups/{group}/members")
public class MembersPage {
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Enrolment enrolment;
    private final PlaceRecords records;
    private final Messages messages;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public MembersPage(
            Database database,
            Groups groups,
            Memberships memberships,
            Members members,
            Enrolment enrolment,
            PlaceRecords records,
            Messages messages,
            InstantSource clock) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.enrolment = enrolment;
        this.records = records;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Somebody in one line.
     *
     * @param mode how they read; empty for somebody without a phone
     * @param pausedUntil null when no pause holds
     */
    public record Row(
            long place,
            String nickname,
            boolean mentor,
            String language,
            String mode,
            String standing,
            @Nullable Instant pausedUntil,
            Instant spokeAt) {}

    private Row row(Group group, Membership place, Optional<Member> member) {
        Instant paused = place.pausedUntil();
        ReadingMode mode = place.modeIn(group);
        return new Row(
                place.id(),
                place.name(),
                place.role() == Role.MENTOR,
                member.map(one -> messages.languageName(one.language())).orElse("–"),
                member.isPresent() ? Words.label(mode) : "",
                Words.label(
                        member.filter(Member::stopped).isPresent() && place.standing() != Standing.LEFT
                                ? Standing.STOPPED
                                : place.standing()),
                paused != null && place.paused(clock.instant()) ? paused : null,
                place.spokeAt());
    }

    private Page page(Transaction tx, Visit visit, long id, String search, Entered form) {
        Group group = groups.get(tx, id);
        List<Membership> places = memberships.in(tx, id);
        Map<Long, Member> known = members.get(
                tx, places.stream().flatMap(place -> place.memberId().stream()).toList());
        String key = Folding.key(search);
        List<Row> rows = places.stream()
                .filter(place -> key.isEmpty() || Folding.key(place.name()).contains(key))
                .sorted(Comparator.comparing((Membership place) -> place.standing() == Standing.LEFT)
                        .thenComparing(place -> place.role() != Role.MENTOR)
                        .thenComparing(place -> place.name().toLowerCase(Locale.ROOT)))
                .map(place -> row(group, place, place.memberId().map(known::get)))
                .toList();
        return visit.page("members")
                .with("group", group)
                .with("tab", "members")
                .with("tends", visit.is("coordinator", "administrator"))
                .with("rows", rows)
                .with("q", search)
                .with("done", null)
                .with(
                        "languages",
                        messages.languages().stream()
                                .map(code -> new GroupEntry.Choice(code, messages.languageName(code)))
                                .toList())
                .with("form", form.values().containsKey("language") ? form : form.with("language", group.language()));
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @QueryParam("q") @Nullable String search,
            @QueryParam("done") @Nullable String done) {
        Visit visit = Visit.of(caller);
        String asked = search == null || search.length() > 40 ? "" : search.strip();
        Optional<String> said = Optional.ofNullable(done)
                .filter(List.of("enrolled", "removed", "erased", "moved")::contains)
                .map(visit::text);
        return database.inTransaction(
                tx -> page(tx, visit, group, asked, Entered.BLANK).with("done", said.isPresent() ? said.get() : null));
    }

    /** Enrols somebody. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response enrol(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        String referrer = form.text("referrer").orElse("");
        Optional<String> code = PlaceRecords.code(referrer);
        return database.inTransaction(tx -> {
            if (!referrer.isEmpty() && code.isEmpty()) {
                return Pages.wrong(
                        page(tx, visit, id, "", form.faulted("referrer", visit.text("fault-referrer-form"))));
            }
            return enrolment
                    .enrol(tx, groups.get(tx, id), wish(form), visit.actor())
                    .match(
                            place -> {
                                code.ifPresent(one -> records.refer(tx, place, one));
                                return Pages.leading("/console/groups/" + id + "/members?done=enrolled")
                                        .build();
                            },
                            faults -> Pages.wrong(page(tx, visit, id, "", form.faulted(visit, faults))));
        });
    }

    private static Enrolment.Wish wish(Entered form) {
        String note = form.text("note").orElse("");
        return new Enrolment.Wish(
                form.text("number").orElse(""),
                form.text("nickname").orElse(""),
                form.text("language").orElse(""),
                form.is("role", "mentor") ? Role.MENTOR : Role.MEMBER,
                form.is("consent", "in-person")
                        ? Optional.of(note.length() > 200 ? note.substring(0, 200) : note)
                        : Optional.empty());
    }
}
