package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;

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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.webhook.Call;
import org.dariro.webhook.Endpoint;
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Other systems that are told of events: docs/webhooks.md. */
@Component
@Path("webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {
    private static final int LONGEST = 500;
    private static final int CALLS = 100;
    private final Database database;
    private final Webhooks webhooks;

    @Inject
    public WebhooksResource(Database database, Webhooks webhooks) {
        this.database = database;
        this.webhooks = webhooks;
    }

    /**
     * An endpoint to be registered, or what is to change about one.
     *
     * @param url https, and not in a private network
     * @param events {@code alert.raised}, {@code alert.claimed}, {@code alert.escalated}, {@code alert.closed},
     *     {@code post.released}, {@code post.held}, {@code words.waiting}, {@code budget.alarm}, {@code account.down}
     * @param on whether it is called; for a change only
     */
    public record Wanted(
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable Boolean on) {}

    /**
     * An endpoint.
     *
     * @param off why it is not called: {@code gone}, {@code failing} or {@code off}; absent while it is
     * @param failingSince since when every call has failed
     * @param oldSecretUntil until when the secret before this one signs too
     * @param secret shown once, when it is made
     */
    public record WebhookView(
            long id,
            String url,
            List<String> events,
            Instant createdAt,
            @Nullable String off,
            @Nullable Instant failingSince,
            @Nullable Instant oldSecretUntil,
            @Nullable String secret) {
        static WebhookView of(Endpoint endpoint, @Nullable String secret) {
            return new WebhookView(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.events().stream().sorted().map(Event.Type::label).toList(),
                    endpoint.createdAt(),
                    AlertView.or(endpoint.why().map(Fields::label)),
                    AlertView.or(endpoint.failingSince()),
                    AlertView.or(endpoint.oldUntil()),
                    secret);
        }
    }

    /**
     * One event told to an endpoint.
     *
     * @param message its id, as the endpoint has it
     * @param state {@code waiting}, {@code done} or {@code given-up}
     * @param outcome a status, or one word for what went wrong; absent before the first attempt
     */
    public record CallView(
            long id,
            String message,
            String event,
            String state,
            Instant createdAt,
            int attempts,
            @Nullable String outcome,
            @Nullable Instant attemptedAt,
            @Nullable Instant nextAt) {
        static CallView of(Call call) {
            return new CallView(
                    call.id(),
                    call.messageId(),
                    call.event(),
                    Fields.label(call.state()),
                    call.createdAt(),
                    call.attempts(),
                    call.outcome().isEmpty() ? null : call.outcome(),
                    AlertView.or(call.attemptedAt()),
                    call.state() == Call.State.WAITING ? call.nextAt() : null);
        }
    }

    /** All. */
    @GET
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "listWebhooks", summary = "List the systems that are told of events")
    public Page<WebhookView> list() {
        return database.inTransaction(tx -> Page.all(
                webhooks.all(tx).stream().map(one -> WebhookView.of(one, null)).toList()));
    }

    /** Registers one; its secret is shown this once. */
    @POST
    @Creates
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "createWebhook", summary = "Have a system told of events; its secret is shown once")
    public WebhookView create(@Context SecurityContext who, Wanted wanted) {
        String url = url(wanted);
        Set<Event.Type> events = events(wanted);
        check(url, events);
        return database.inTransaction(tx -> {
            if (webhooks.isFull(tx)) {
                throw Refused.conflict(Webhooks.Fault.MANY.words());
            }
            Webhooks.Made made = webhooks.add(tx, url, events, Caller.of(who).getName());
            return WebhookView.of(made.endpoint(), made.secret());
        });
    }

    private static String url(Wanted wanted) {
        Fields fields = new Fields();
        String url = fields.text("url", wanted.url(), LONGEST);
        fields.check();
        return url;
    }

    private static Set<Event.Type> events(Wanted wanted) {
        Set<Event.Type> events = EnumSet.noneOf(Event.Type.class);
        for (String label : wanted.events() == null ? List.<String>of() : wanted.events()) {
            events.add(Event.Type.labelled(String.valueOf(label))
                    .orElseThrow(() -> Refused.invalid("events", Webhooks.Fault.EVENTS.words())));
        }
        return events;
    }

    private void check(String url, Set<Event.Type> events) {
        webhooks.fault(url, events).ifPresent(fault -> {
            throw Refused.invalid(fault.field(), fault.words());
        });
    }

    private Endpoint find(Transaction tx, long id) {
        return webhooks.find(tx, id).orElseThrow(() -> Refused.notFound("webhook"));
    }

    /** Changes what is named. */
    @PATCH
    @Path("{webhook}")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "changeWebhook", summary = "Change where a system is called and of what it is told")
    public WebhookView change(@Context SecurityContext who, @PathParam("webhook") long id, Wanted wanted) {
        String by = Caller.of(who).getName();
        Endpoint before = database.inTransaction(tx -> find(tx, id));
        String url = wanted.url() == null ? before.url() : url(wanted);
        Set<Event.Type> events = wanted.events() == null ? before.events() : events(wanted);
        if (wanted.url() != null || wanted.events() != null) {
            check(url, events);
        }
        return database.inTransaction(tx -> {
            if (!url.equals(before.url()) || !events.equals(before.events())) {
                webhooks.change(tx, id, url, events, by);
            }
            if (wanted.on() != null && wanted.on() != before.isOn()) {
                webhooks.turn(tx, id, wanted.on(), by);
            }
            return WebhookView.of(find(tx, id), null);
        });
    }

    /** Gives it a new secret, shown this once; the one before signs too for a day. */
    @POST
    @Path("{webhook}/secret")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "changeWebhookSecret", summary = "Change a system's secret; both sign for a day")
    public WebhookView rotate(@Context SecurityContext who, @PathParam("webhook") long id) {
        return database.inTransaction(
                tx -> webhooks.rotate(tx, id, Caller.of(who).getName())
                        .map(made -> WebhookView.of(made.endpoint(), made.secret()))
                        .orElseThrow(() -> Refused.notFound("webhook")));
    }

    /** Removes it. */
    @POST
    @Path("{webhook}/remove")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "removeWebhook", summary = "Tell a system of nothing any more")
    public Page<WebhookView> remove(@Context SecurityContext who, @PathParam("webhook") long id) {
        database.useTransaction(tx -> {
            if (!webhooks.remove(tx, id, Caller.of(who).getName())) {
                throw Refused.notFound("webhook");
            }
        });
        return list();
    }

    /** Its last calls, the latest first. */
    @GET
    @Path("{webhook}/calls")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "listWebhookCalls", summary = "List a system's last calls")
    public Page<CallView> calls(@PathParam("webhook") long id) {
        return database.inTransaction(tx -> {
            find(tx, id);
            return Page.all(
                    webhooks.calls(tx, id, CALLS).stream().map(CallView::of).toList());
        });
    }

    /** Sends it a test event, within seconds. */
    @POST
    @Path("{webhook}/test")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "testWebhook", summary = "Send a system a test event")
    public CallView test(@PathParam("webhook") long id) {
        return database.inTransaction(
                tx -> webhooks.test(tx, id).map(CallView::of).orElseThrow(() -> Refused.notFound("webhook")));
    }

    /** Makes a call once more, under the same id. */
    @POST
    @Path("{webhook}/calls/{call}/again")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "repeatWebhookCall", summary = "Make a call once more")
    public Page<CallView> again(@PathParam("webhook") long id, @PathParam("call") long call) {
        database.useTransaction(tx -> {
            if (!webhooks.again(tx, id, call)) {
                throw Refused.notFound("call");
            }
        });
        return calls(id);
    }
}
