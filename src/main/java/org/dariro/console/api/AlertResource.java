package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dariro.conversation.Closure;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Watches;
import org.dariro.safeguarding.escalation.HandOver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Working one alert. Each answers with the alert as it then is. */
@Component
@Path("alerts/{alert}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 80;
    private final AlertDesk desk;
    private final Alerts alerts;
    private final Watches watches;
    private final Closure closure;
    private final HandOver handOver;

    @Inject
    public AlertResource(AlertDesk desk, Alerts alerts, Watches watches, Closure closure, HandOver handOver) {
        this.desk = desk;
        this.alerts = alerts;
        this.watches = watches;
        this.closure = closure;
        this.handOver = handOver;
    }

    /** Whether to take an alert that somebody else has. */
    public record Claiming(@Nullable Boolean takeOver) {}

    /**
     * Whether a step is done; true when absent.
     *
     * @param note what came of it
     */
    public record StepDone(@Nullable Boolean done, @Nullable String note) {}

    /** A note. */
    public record Note(@Nullable String note) {}

    /**
     * A name and a note.
     *
     * @param to to whom: a service, an emergency number, a colleague
     */
    public record To(@Nullable String to, @Nullable String note) {}

    /** A time, as {@code 2026-03-20T09:00:00Z}, and a note. */
    public record Until(@Nullable String until, @Nullable String note) {}

    /** Words to the member, as the mentor of this nickname; absent when the caller's name is one. */
    public record Words(@Nullable String as, @Nullable String text) {}

    /**
     * What came of it.
     *
     * @param by of no effect: who closes is known by the token
     * @param outcome {@code safe}, {@code referred}, {@code emergency}, {@code not-reached}, {@code settled} or
     *     {@code not-a-risk}
     * @param others whether the other open alerts on the same person in the same group are closed with it
     * @param seen {@code seen} of the alert as it was read; when the person has written since, nothing is closed. When it is
     *     absent nothing is checked, as before there was this field
     */
    public record Closing(
            @Nullable String by,
            @Nullable String outcome,
            @Nullable String note,
            @Nullable Boolean others,
            @Nullable Long seen) {}

    /** The alert with its protocol, what was done, and what was said; that it was read is kept in the audit trail. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showAlert", summary = "Show an alert with all that belongs to it")
    public AlertCase show(@Context SecurityContext who, @PathParam("alert") long id) {
        return desk.show(Caller.of(who), id);
    }

    private AlertView act(SecurityContext who, long id, BiConsumer<Transaction, String> action) {
        return desk.act(Caller.of(who), id, action);
    }

    /** Takes the alert, or keeps it for longer. */
    @POST
    @Path("claim")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "claimAlert", summary = "Take an alert; takeOver also when somebody else has it")
    public AlertView claim(@Context SecurityContext who, @PathParam("alert") long id, Claiming claiming) {
        boolean takeOver = Boolean.TRUE.equals(claiming.takeOver());
        return act(who, id, (tx, by) -> alerts.claim(tx, id, by, takeOver));
    }

    /** Gives the alert back. */
    @POST
    @Path("let-go")
    @Consumes(MediaType.WILDCARD)
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "letAlertGo", summary = "Give an alert back to the queue")
    public AlertView letGo(@Context SecurityContext who, @PathParam("alert") long id) {
        return act(who, id, (tx, by) -> {
            if (!alerts.letGo(tx, id, by)) {
                throw Refused.conflict("You do not have this alert.");
            }
        });
    }

    /** Does a step of the protocol, or takes that back. */
    @POST
    @Path("steps/{step}")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "doAlertStep", summary = "Do a step of the protocol")
    public AlertView step(
            @Context SecurityContext who, @PathParam("alert") long id, @PathParam("step") String step, StepDone done) {
        String note = note(done.note(), false);
        return act(who, id, (tx, by) -> alerts.step(tx, id, by, step, !Boolean.FALSE.equals(done.done()), note));
    }

    /** Writes down a note. */
    @POST
    @Path("notes")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "noteOnAlert", summary = "Write down a note")
    public AlertView note(@Context SecurityContext who, @PathParam("alert") long id, Note note) {
        String words = note(note.note(), true);
        return act(who, id, (tx, by) -> alerts.note(tx, id, by, words));
    }

    /** Writes to the member in private; the answer comes back here too. */
    @POST
    @Path("messages")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "writeFromAlert", summary = "Write to the member of an alert in private")
    public MessagesResource.MessageView write(@Context SecurityContext who, @PathParam("alert") long id, Words words) {
        Fields fields = new Fields();
        String as = fields.line("as", words.as(), 40).orElse("");
        String text = fields.text("text", words.text(), 1_600);
        fields.check();
        Caller caller = Caller.of(who);
        return desk.write(caller, id, as.isEmpty() ? caller.getName() : as, text);
    }

    /** Refers the person to a service outside. */
    @POST
    @Path("refer")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "referAlert", summary = "Write down to whom the person was referred")
    public AlertView refer(@Context SecurityContext who, @PathParam("alert") long id, To to) {
        String name = name(to.to());
        String note = note(to.note(), false);
        return act(who, id, (tx, by) -> alerts.refer(tx, id, by, name, note));
    }

    /** Hands the alert over to a colleague, who has it from now on. */
    @POST
    @Path("hand-over")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "handAlertOver", summary = "Hand an alert over to a colleague")
    public AlertView handOver(@Context SecurityContext who, @PathParam("alert") long id, To to) {
        String name = name(to.to());
        String note = note(to.note(), false);
        return act(who, id, (tx, by) -> handOver.give(tx, id, by, name, note));
    }

    /** An emergency service, or somebody near the person, was called. */
    @POST
    @Path("emergency")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "emergencyOnAlert", summary = "Write down that an emergency service was called")
    public AlertView emergency(@Context SecurityContext who, @PathParam("alert") long id, To to) {
        String name = name(to.to());
        String note = note(to.note(), false);
        return act(who, id, (tx, by) -> alerts.emergency(tx, id, by, name, note));
    }

    /** Watches over the person until a time. */
    @POST
    @Path("watch")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "watchFromAlert", summary = "Watch over the person until a time")
    public AlertView watch(@Context SecurityContext who, @PathParam("alert") long id, Until until) {
        Instant time = time(until.until());
        String note = note(until.note(), false);
        return act(who, id, (tx, by) -> watches.place(tx, id, by, time, note));
    }

    /** Puts the alert off: it comes back into the queue at a time. */
    @POST
    @Path("follow-up")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "followUpAlert", summary = "Put an alert off until a time")
    public AlertView followUp(@Context SecurityContext who, @PathParam("alert") long id, Until until) {
        Instant time = time(until.until());
        String note = note(until.note(), false);
        return act(who, id, (tx, by) -> alerts.putOff(tx, id, by, time, note));
    }

    /** Closes the alert; a critical one when a second person has done so too. */
    @POST
    @Path("close")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "closeAlert", summary = "Close an alert; a critical one takes two people")
    public AlertView close(@Context SecurityContext who, @PathParam("alert") long id, Closing closing) {
        Fields fields = new Fields();
        Optional<AlertOutcome> outcome = fields.choice("outcome", closing.outcome(), AlertOutcome.class);
        if (closing.outcome() == null) {
            fields.fault("outcome", "This field is one of: " + String.join(", ", outcomes()) + ".");
        }
        fields.check();
        String note = note(closing.note(), false);
        Closure.Wish wish = new Closure.Wish(
                outcome.orElseThrow(),
                note,
                Boolean.TRUE.equals(closing.others()),
                Optional.ofNullable(closing.seen()));
        return act(who, id, (tx, by) -> closure.close(tx, id, by, wish));
    }

    private static List<String> outcomes() {
        return List.of(AlertOutcome.values()).stream().map(AlertOutcome::label).toList();
    }

    /** Opens an alert again that one or two people have closed. */
    @POST
    @Path("reopen")
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "reopenAlert", summary = "Open an alert again")
    public AlertView reopen(@Context SecurityContext who, @PathParam("alert") long id, Note reason) {
        String words = note(reason.note(), true);
        return act(who, id, (tx, by) -> alerts.reopen(tx, id, by, words));
    }

    private static String note(@Nullable String given, boolean needed) {
        Fields fields = new Fields();
        String note = needed
                ? fields.text("note", given, LONGEST_NOTE)
                : fields.optional("note", given, LONGEST_NOTE).orElse("");
        fields.check();
        return note;
    }

    private static String name(@Nullable String given) {
        Fields fields = new Fields();
        String name = fields.text("to", given, LONGEST_NAME).replaceAll("\\s+", " ");
        fields.check();
        return name;
    }

    private static Instant time(@Nullable String given) {
        try {
            return Instant.parse(given == null ? "" : given.strip());
        } catch (DateTimeParseException e) {
            throw Refused.invalid("until", "This is a time in UTC, such as 2026-03-20T09:00:00Z.");
        }
    }
}
