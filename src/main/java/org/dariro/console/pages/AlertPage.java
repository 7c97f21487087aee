package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.dariro.conversation.Closure;
import org.dariro.conversation.PostPrice;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Watches;
import org.dariro.safeguarding.escalation.HandOver;
import org.jspecify.annotations.Nullable;

/** One alert with all that lies around it, and what can be done about it. */
@Component
@Path("alerts/{alert}")
public class AlertPage {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_NAME = 80;
    private final Database database;
    private final Alerts alerts;
    private final Watches watches;
    private final Closure closure;
    private final CaseFile file;
    private final HandOver handOver;
    private final Live live;

    @Inject
    public AlertPage(
            Database database,
            Alerts alerts,
            Watches watches,
            Closure closure,
            CaseFile file,
            HandOver handOver,
            Live live) {
        this.database = database;
        this.alerts = alerts;
        this.watches = watches;
        this.closure = closure;
        this.file = file;
        this.handOver = handOver;
        this.live = live;
    }

    /** The page; with the words of a step of the protocol in the place to write, when they are asked for. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller, @PathParam("alert") long id, @QueryParam("say") @Nullable String step) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> file.page(tx, visit, id, step == null ? "" : step, CaseFile.Given.NOTHING));
    }

    /** Tells the open page that something was done or written. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public void events(
            @Context SseEventSink sink,
            @Context Sse sse,
            @PathParam("alert") long id,
            @QueryParam("pulse") @Nullable String asked,
            @HeaderParam("Last-Event-ID") @Nullable String last) {
        live.open(sink, sse, new Sight.OfAlert(id), asked, last);
    }

    /** Takes the alert, or keeps it; or gives it back. */
    @POST
    @Path("claim")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response claim(
            @Context SecurityContext caller, @PathParam("alert") long id, @FormParam("do") @Nullable String what) {
        return act(caller, id, "", Entered.BLANK, (tx, visit) -> {
            if ("let-go".equals(what)) {
                alerts.letGo(tx, id, visit.actor());
            } else {
                alerts.claim(tx, id, visit.actor(), "take-over".equals(what));
            }
        });
    }

    /** Does a step of the protocol, or takes that back. */
    @POST
    @Path("steps")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response step(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("step") @Nullable String step,
            @FormParam("do") @Nullable String what,
            @FormParam("note") @Nullable String given) {
        return act(
                caller,
                id,
                "#steps",
                typed("steps", "step", step, "note", given),
                (tx, visit) -> alerts.step(
                        tx, id, visit.actor(), step == null ? "" : step, !"undo".equals(what), note(given)));
    }

    /** A form as it was filled in: where, and its fields, each with its value. */
    private static Entered typed(String at, @Nullable String... fields) {
        Entered form = Entered.BLANK.with("at", at);
        for (int i = 0; i < fields.length; i += 2) {
            String value = fields[i + 1];
            form = form.with(String.valueOf(fields[i]), value == null ? "" : value);
        }
        return form;
    }

    /** What the words so far would cost; they are kept as a draft. */
    @POST
    @Path("count")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page count(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("text") @Nullable String text,
            @FormParam("as") @Nullable String as) {
        Visit visit = Visit.of(caller);
        String words = text == null ? "" : Cleaning.clean(text);
        return database.inTransaction(
                tx -> visit.page("composer-count").with("composer", file.count(tx, visit, id, as, words)));
    }

    /** Writes to the person in private; or counts the words, or swaps the characters that cost extra. */
    @POST
    @Path("words")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response write(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("text") @Nullable String given,
            @FormParam("as") @Nullable String as,
            @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        String text = given == null ? "" : Cleaning.clean(given);
        if ("swap".equals(what) || "count".equals(what)) {
            String words = "swap".equals(what) ? PostPrice.plain(text) : text;
            return Response.ok(
                            database.inTransaction(tx -> {
                                file.count(tx, visit, id, as, words);
                                return file.page(tx, visit, id, "", CaseFile.Given.words(words, as, null));
                            }),
                            Pages.HTML)
                    .build();
        }
        try {
            Optional<String> fault = database.inTransaction(tx -> {
                Optional<String> wrong = file.write(tx, visit, id, Optional.ofNullable(as), text);
                if (wrong.isPresent()) {
                    throw new Undone(wrong.get());
                }
                return wrong;
            });
            return fault.isEmpty()
                    ? Pages.to("/console/alerts/" + id + "#talk")
                    : wrong(visit, id, CaseFile.Given.words(text, as, fault.get()));
        } catch (AlertFault fault) {
            return wrong(visit, id, CaseFile.Given.words(text, as, Faulty.words(visit, fault)));
        } catch (Undone undone) {
            return wrong(visit, id, CaseFile.Given.words(text, as, undone.words));
        }
    }

    /** Rolls back what was begun: nothing was sent, so nothing is to be on record. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String words;

        Undone(String words) {
            super("undone", null, false, false);
            this.words = words;
        }
    }

    /** Writes down a note. */
    @POST
    @Path("notes")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response note(
            @Context SecurityContext caller, @PathParam("alert") long id, @FormParam("note") @Nullable String given) {
        String note = note(given);
        return note.isEmpty()
                ? Pages.to("/console/alerts/" + id)
                : act(
                        caller,
                        id,
                        "#record",
                        typed("notes", "note", given),
                        (tx, visit) -> alerts.note(tx, id, visit.actor(), note));
    }

    private static String note(@Nullable String given) {
        String note = given == null ? "" : Cleaning.clean(given);
        return note.codePointCount(0, note.length()) <= LONGEST_NOTE
                ? note
                : note.substring(0, note.offsetByCodePoints(0, LONGEST_NOTE));
    }

    /** Gives the alert to a colleague, who has it from now on. */
    @POST
    @Path("hand-over")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response handOver(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("to") @Nullable String to,
            @FormParam("note") @Nullable String given) {
        String name = to == null ? "" : to;
        return act(
                caller,
                id,
                "",
                typed("hand-over", "to", to, "note", given),
                (tx, visit) -> handOver.give(tx, id, visit.actor(), name, note(given)));
    }

    /** Writes down that the person was referred to a service, or that help was called. */
    @POST
    @Path("help")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response help(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("do") @Nullable String what,
            @FormParam("to") @Nullable String to,
            @FormParam("note") @Nullable String given) {
        Visit visit = Visit.of(caller);
        String whom = to == null ? "" : Cleaning.clean(to).replaceAll("\\s+", " ");
        Entered form = typed("help", "to", to, "note", given);
        if (whom.isEmpty() || whom.codePointCount(0, whom.length()) > LONGEST_NAME) {
            return wrong(visit, id, CaseFile.Given.action(form, visit.text("alert-whom-needed", LONGEST_NAME)));
        }
        return act(caller, id, "#record", form, (tx, who) -> {
            if ("emergency".equals(what)) {
                alerts.emergency(tx, id, who.actor(), whom, note(given));
            } else {
                alerts.refer(tx, id, who.actor(), whom, note(given));
            }
        });
    }

    /** Watches over the person until a time, or ends that; or puts the alert off until a time. */
    @POST
    @Path("until")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response until(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("do") @Nullable String what,
            @FormParam("until") @Nullable String until,
            @FormParam("note") @Nullable String given) {
        Visit visit = Visit.of(caller);
        Entered form = typed("until", "until", until, "note", given);
        if ("end-watch".equals(what)) {
            return act(caller, id, "#record", form, (tx, who) -> file.watches(tx, id)
                    .forEach(watch -> watches.end(tx, watch, who.actor())));
        }
        Optional<Instant> time = Moments.of(until, visit.zone());
        if (time.isEmpty()) {
            return wrong(visit, id, CaseFile.Given.action(form, visit.text("time-needed")));
        }
        return act(caller, id, "#record", form, (tx, who) -> {
            if ("watch".equals(what)) {
                watches.place(tx, id, who.actor(), time.get(), note(given));
            } else {
                alerts.putOff(tx, id, who.actor(), time.get(), note(given));
            }
        });
    }

    /** Closes the alert with what came of it; and, if that is asked for, the others on the same person. */
    @POST
    @Path("close")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response close(
            @Context SecurityContext caller,
            @PathParam("alert") long id,
            @FormParam("outcome") @Nullable String label,
            @FormParam("note") @Nullable String given,
            @FormParam("others") @Nullable String others,
            @FormParam("seen") @Nullable String last) {
        Optional<AlertOutcome> outcome = Arrays.stream(AlertOutcome.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
        Visit visit = Visit.of(caller);
        Entered form = typed("close", "outcome", label, "note", given, "others", others);
        if (outcome.isEmpty()) {
            return wrong(visit, id, CaseFile.Given.action(form, visit.text("outcome-needed")));
        }
        long seen = last != null && last.matches("[0-9]{1,18}")
                ? Long.parseLong(last)
                : 0; // who says nothing has seen nothing
        Closure.Wish wish = new Closure.Wish(outcome.get(), note(given), "on".equals(others), Optional.of(seen));
        return act(
                caller,
                id,
                "",
                form.with("seen", Long.toString(seen)),
                (tx, who) -> closure.close(tx, id, who.actor(), wish));
    }

    /** Opens the alert again. */
    @POST
    @Path("reopen")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response reopen(
            @Context SecurityContext caller, @PathParam("alert") long id, @FormParam("note") @Nullable String given) {
        return act(
                caller,
                id,
                "",
                typed("reopen", "note", given),
                (tx, visit) -> alerts.reopen(tx, id, visit.actor(), note(given)));
    }

    private interface Action {
        void on(Transaction tx, Visit visit);
    }

    /** Does something, and leads back to the page. */
    private Response act(SecurityContext caller, long id, String place, Entered form, Action action) {
        Visit visit = Visit.of(caller);
        try {
            database.useTransaction(tx -> action.on(tx, visit));
            return Pages.to("/console/alerts/" + id + place);
        } catch (AlertFault fault) {
            CaseFile.Given given = CaseFile.Given.action(form, Faulty.words(visit, fault));
            return fault.reason() == AlertFault.Reason.NEW_WORDS
                    ? Pages.overtaken(page(visit, id, given))
                    : wrong(visit, id, given);
        }
    }

    private Page page(Visit visit, long id, CaseFile.Given given) {
        return database.inTransaction(tx -> file.page(tx, visit, id, "", given));
    }

    private Response wrong(Visit visit, long id, CaseFile.Given given) {
        return Pages.wrong(page(visit, id, given));
    }
}
