package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Moderation;
import org.dariro.conversation.Moving;
import org.dariro.conversation.NumberReason;
import org.dariro.conversation.Numbering;
import org.dariro.conversation.PlaceRecords;
import org.dariro.conversation.Tending;
import org.dariro.conversation.WaitingWords;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Erasure;
import org.jspecify.annotations.Nullable;

/** Somebody in a group: how they take part, what staff keep about them, and what may be done. */
@Component
@Path("members/{place}")
public class MemberPage {
    private static final int LONGEST_WHY = 200;
    private static final Map<String, String> DONE = Map.of(
            "changed",
            "changed",
            "noted",
            "member-noted",
            "saved",
            "saved",
            "moved",
            "moved",
            "removed",
            "removed",
            "settled",
            "private-settled");
    private final Database database;
    private final Groups groups;
    private final MemberFile file;
    private final PlaceRecords records;
    private final Numbering numbering;
    private final Tending tending;
    private final Moderation moderation;
    private final Moving moving;
    private final Erasure erasure;
    private final WaitingWords waiting;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public MemberPage(
            Database database,
            Groups groups,
            MemberFile file,
            PlaceRecords records,
            Numbering numbering,
            Tending tending,
            Moderation moderation,
            Moving moving,
            Erasure erasure,
            WaitingWords waiting) {
        this.database = database;
        this.groups = groups;
        this.file = file;
        this.records = records;
        this.numbering = numbering;
        this.tending = tending;
        this.moderation = moderation;
        this.moving = moving;
        this.erasure = erasure;
        this.waiting = waiting;
    }

    /** Something that is done to somebody: where it leads, or the form with what is wrong. */
    private interface Deed {
        Attempt<String> on(Transaction tx, Membership place);
    }

    private Response act(Visit visit, long id, MultivaluedMap<String, String> given, Deed deed) {
        return database.inTransaction(tx -> {
            Membership place = file.place(tx, id);
            return deed.on(tx, place)
                    .match(
                            to -> Pages.leading(to).build(),
                            faults -> Pages.wrong(file.page(
                                    tx, visit, place, Entered.of(given).faulted(visit, faults))));
        });
    }

    private Response wrong(Visit visit, long id, MultivaluedMap<String, String> given, String field, String words) {
        return database.inTransaction(tx -> Pages.wrong(
                file.page(tx, visit, file.place(tx, id), Entered.of(given).faulted(field, visit.text(words)))));
    }

    private static String here(long place, String done) {
        return "/console/members/" + place + "?done=" + done;
    }

    private Group group(Transaction tx, Membership place) {
        return groups.get(tx, place.groupId());
    }

    private static String line(MultivaluedMap<String, String> given, String field, int most) {
        String text = Optional.ofNullable(given.getFirst(field)).orElse("");
        String clean = Cleaning.clean(text).replaceAll("\\s+", " ").strip();
        return clean.codePointCount(0, clean.length()) > most ? "" : clean;
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @PathParam("place") long id,
            @QueryParam("done") @Nullable String done,
            @QueryParam("words") @Nullable String words) {
        Visit visit = Visit.of(caller);
        String said = done == null ? null : DONE.get(done);
        long before = words != null && words.matches("[0-9]{1,18}") ? Long.parseLong(words) : 0;
        return database.inTransaction(tx -> {
            Membership place = file.place(tx, id);
            return file.page(tx, visit, place, Entered.BLANK)
                    .with("thread", file.thread(tx, place, before))
                    .with("done", said == null ? null : visit.text(said));
        });
    }

    /** Says that what somebody wrote in private needs no answer. */
    @POST
    @Path("private")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response settle(
            @Context SecurityContext caller, @PathParam("place") long id, @FormParam("seen") @Nullable String last) {
        Visit visit = Visit.of(caller);
        long seen = last != null && last.matches("[0-9]{1,18}") ? Long.parseLong(last) : 0;
        database.useTransaction(tx -> waiting.settle(tx, file.place(tx, id), seen, visit.actor()));
        return Pages.leading(here(id, "settled") + "#private").build();
    }

    /** Shows the number, once, in this answer alone. */
    @POST
    @Path("number")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response number(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Optional<NumberReason> reason = Arrays.stream(NumberReason.values())
                .filter(one -> Words.label(one).equals(given.getFirst("reason")))
                .findFirst();
        if (reason.isEmpty()) {
            return wrong(visit, id, given, "reason", "number-why-needed");
        }
        return database.inTransaction(tx -> {
            Membership place = file.place(tx, id);
            return numbering
                    .show(tx, place, reason.get(), visit.actor())
                    .match(
                            number -> Response.ok(
                                            file.page(tx, visit, place, Entered.BLANK)
                                                    .with("number", number.e164()),
                                            Pages.HTML)
                                    .build(),
                            faults -> Pages.wrong(file.page(tx, visit, place, Entered.BLANK.faulted(visit, faults))));
        });
    }

    /** Adds a note of staff. */
    @POST
    @Path("notes")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response note(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String text = Cleaning.clean(Optional.ofNullable(given.getFirst("text")).orElse(""))
                .strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > PlaceRecords.LONGEST_NOTE) {
            return wrong(visit, id, given, "text", "note-needed");
        }
        database.useTransaction(tx -> records.note(tx, file.place(tx, id), text, visit.actor()));
        return Pages.leading(here(id, "noted") + "#notes").build();
    }

    /** Changes nickname, language and reading mode; what is as it was is left alone. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Entered form = Entered.of(given);
        Optional<ReadingMode> mode = form.text("mode").flatMap(label -> Arrays.stream(ReadingMode.values())
                .filter(one -> Words.label(one).equals(label))
                .findFirst());
        return act(Visit.of(caller), id, given, (tx, place) -> {
            Page was = file.page(tx, Visit.of(caller), place, form);
            Tending.Change change = new Tending.Change(
                    mode.filter(one -> one != place.modeIn(group(tx, place))),
                    form.text("language").filter(one -> !one.equals(was.shows().get("languageCode"))),
                    form.text("nickname").filter(one -> !one.equals(place.nickname())));
            return tending.change(tx, group(tx, place), place, change)
                    .match(done -> new Attempt.Done<>(here(id, "changed")), Attempt.Refused::new);
        });
    }

    /** Gives somebody some days of quiet, or ends them. */
    @POST
    @Path("pause")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response pause(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        boolean resume = "resume".equals(given.getFirst("do"));
        int days = days(given, "days");
        if (!resume && (days < 1 || days > Moderation.MOST_DAYS)) {
            return wrong(visit, id, given, "days", "pause-days-needed");
        }
        return act(visit, id, given, (tx, place) -> (resume
                        ? moderation.resume(tx, group(tx, place), place, visit.actor())
                        : moderation.pause(tx, group(tx, place), place, days, visit.actor()))
                .match(done -> new Attempt.Done<>(here(id, "changed")), Attempt.Refused::new));
    }

    /** Lets a mentor read somebody's posts first for some days, or ends that. */
    @POST
    @Path("mute")
    @For({MENTOR, COORDINATOR, ADMINISTRATOR})
    public Response mute(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        boolean ends = "unmute".equals(given.getFirst("do"));
        int days = days(given, Muting.DAYS);
        String why = line(given, Muting.WHY, LONGEST_WHY);
        if (!ends && (days < 1 || days > Moderation.MOST_DAYS)) {
            return wrong(visit, id, given, Muting.DAYS, "mute-days-needed");
        } else if (!ends && why.isEmpty()) {
            return wrong(visit, id, given, Muting.WHY, "why-needed");
        }
        String back = Pages.local(given.getFirst("to"), here(id, "changed"));
        return act(visit, id, given, (tx, place) -> {
            if (ends) {
                moderation.unmute(tx, group(tx, place), place, visit.actor());
                return new Attempt.Done<>(back);
            }
            return moderation
                    .mute(tx, group(tx, place), place, days, why, visit.actor())
                    .match(muted -> new Attempt.Done<>(back), Attempt.Refused::new);
        });
    }

    private static int days(MultivaluedMap<String, String> given, String field) {
        return Optional.ofNullable(given.getFirst(field))
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** Notes who agreed for a minor. */
    @POST
    @Path("guardian")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response guardian(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String name = line(given, "guardian", PlaceRecords.LONGEST_NAME);
        String relation = line(given, "relation", PlaceRecords.LONGEST_RELATION);
        String how = line(given, "how", LONGEST_WHY);
        if (name.isEmpty() || relation.isEmpty() || how.isEmpty()) {
            return wrong(visit, id, given, "guardian", "guardian-needed");
        }
        database.useTransaction(tx -> records.guardian(tx, file.place(tx, id), name, relation, how, visit.actor()));
        return Pages.leading(here(id, "saved") + "#consents").build();
    }

    /** Moves somebody to another group. */
    @POST
    @Path("move")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response move(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String why = line(given, "why", LONGEST_WHY);
        Optional<Long> to = Entered.of(given).number("to");
        if (why.isEmpty()) {
            return wrong(visit, id, given, "", "why-needed");
        }
        return database.inTransaction(
                        tx -> to.flatMap(group -> groups.find(tx, group)).filter(group -> visit.sees(group.id())))
                .map(target -> act(visit, id, given, (tx, place) -> moving.move(tx, place, target, why, visit.actor())
                        .match(moved -> new Attempt.Done<>(here(moved.id(), "moved")), Attempt.Refused::new)))
                .orElseGet(() -> wrong(visit, id, given, "to", "move-to-needed"));
    }

    /** Takes somebody out of the group. */
    @POST
    @Path("remove")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response remove(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String why = line(given, "why", LONGEST_WHY);
        if (why.isEmpty()) {
            return wrong(visit, id, given, "", "why-needed");
        }
        return act(visit, id, given, (tx, place) -> {
            moderation.remove(tx, group(tx, place), place, why, visit.actor());
            return new Attempt.Done<>(here(id, "removed"));
        });
    }

    /** Erases somebody for good. */
    @POST
    @Path("erase")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response erase(
            @Context SecurityContext caller, @PathParam("place") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String typed = line(given, "confirm", 40);
        return database.inTransaction(tx -> {
            Membership place = file.place(tx, id);
            return erasure.erase(tx, place, typed, visit.actor())
                    .match(
                            places -> Pages.leading("/console/groups/" + place.groupId() + "/members?done=erased")
                                    .build(),
                            faults -> Pages.wrong(file.page(
                                    tx,
                                    visit,
                                    place,
                                    Entered.BLANK.faulted("confirm", Faulty.words(visit, List.copyOf(faults))))));
        });
    }
}
