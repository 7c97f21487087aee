package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.webhook.Call;
import org.dariro.webhook.Endpoint;
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** The systems that are told of events: registering and changing them, and how their last calls went. */
@Component
@Path("webhooks")
public class WebhooksPage {
    private static final int CALLS = 50;
    private final Database database;
    private final Webhooks webhooks;

    @Inject
    public WebhooksPage(Database database, Webhooks webhooks) {
        this.database = database;
        this.webhooks = webhooks;
    }

    /**
     * An endpoint as pages show it.
     *
     * @param events as the words have them, {@code alert-raised}
     * @param off why it is not called; empty while it is
     */
    public record Row(Endpoint endpoint, List<String> events, String off) {
        static Row of(Endpoint endpoint) {
            return new Row(
                    endpoint,
                    endpoint.events().stream().sorted().map(WebhooksPage::word).toList(),
                    endpoint.why().map(Words::label).orElse(""));
        }
    }

    /**
     * A call as pages show it.
     *
     * @param event as the words have it
     * @param outcome as the words have it: a status, or one word for what went wrong
     */
    public record CallRow(Call call, String event, String state, String outcome) {
        static CallRow of(Call call, Visit visit) {
            boolean status = call.outcome().matches("[0-9]{3}");
            return new CallRow(
                    call,
                    call.event().replace('.', '-'),
                    Words.label(call.state()),
                    status ? visit.text("hook-status", call.outcome()) : visit.named("hook-outcome", call.outcome()));
        }
    }

    /** How the words name an event: {@code alert-raised}. */
    static String word(Event.Type type) {
        return type.label().replace('.', '-');
    }

    private static List<String> words() {
        return Arrays.stream(Event.Type.choices()).map(WebhooksPage::word).toList();
    }

    private static Set<Event.Type> events(MultivaluedMap<String, String> given) {
        Set<Event.Type> events = EnumSet.noneOf(Event.Type.class);
        List<String> chosen = given.getOrDefault("events", List.of());
        Arrays.stream(Event.Type.choices())
                .filter(type -> chosen.contains(word(type)))
                .forEach(events::add);
        return events;
    }

    private static String url(MultivaluedMap<String, String> given) {
        String url = given.getFirst("url");
        return url == null ? "" : Cleaning.clean(url);
    }

    private Page list(Transaction tx, Visit visit, String url, List<String> chosen, Webhooks.@Nullable Fault fault) {
        return visit.page("webhooks")
                .with("hooks", webhooks.all(tx).stream().map(Row::of).toList())
                .with("url", url)
                .with("chosen", chosen)
                .with("events", words())
                .with("field", fault == null ? "" : fault.field())
                .with("fault", fault == null ? null : visit.text("hook-fault-" + Words.label(fault)));
    }

    /** All, and the form to register one. */
    @GET
    @For(ADMINISTRATOR)
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> list(tx, visit, "https://", List.of(), null));
    }

    /** Registers one, and shows its secret this once. */
    @POST
    @For(ADMINISTRATOR)
    public Response register(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String url = url(given);
        Set<Event.Type> events = events(given);
        Optional<Webhooks.Fault> fault = webhooks.fault(url, events);
        return database.inTransaction(tx -> {
            Optional<Webhooks.Fault> wrong =
                    fault.isEmpty() && webhooks.isFull(tx) ? Optional.of(Webhooks.Fault.MANY) : fault;
            if (wrong.isPresent()) {
                return Pages.wrong(list(
                        tx, visit, url, events.stream().map(WebhooksPage::word).toList(), wrong.get()));
            }
            return made(visit, webhooks.add(tx, url, events, visit.actor()));
        });
    }

    private static Response made(Visit visit, Webhooks.Made made) {
        return Response.ok(
                        visit.page("webhooks-made")
                                .with("id", made.endpoint().id())
                                .with("url", made.endpoint().url())
                                .with("secret", made.secret())
                                .with("both", made.endpoint().oldUntil().isPresent()),
                        Pages.HTML)
                .build();
    }

    private Page one(Transaction tx, Visit visit, Endpoint endpoint, Webhooks.@Nullable Fault fault) {
        Row row = Row.of(endpoint);
        return visit.page("webhooks-one")
                .with("hook", row)
                .with("url", endpoint.url())
                .with("chosen", row.events())
                .with("events", words())
                .with("both", endpoint.oldUntil().orElse(null))
                .with(
                        "calls",
                        webhooks.calls(tx, endpoint.id(), CALLS).stream()
                                .map(call -> CallRow.of(call, visit))
                                .toList())
                .with("field", fault == null ? "" : fault.field())
                .with("fault", fault == null ? null : visit.text("hook-fault-" + Words.label(fault)));
    }

    private Endpoint find(Transaction tx, long id) {
        return webhooks.find(tx, id).orElseThrow(PageFault::notFound);
    }

    /** One, with its last calls. */
    @GET
    @Path("{webhook}")
    @For(ADMINISTRATOR)
    public Page endpoint(@Context SecurityContext caller, @PathParam("webhook") long id) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> one(tx, visit, find(tx, id), null));
    }

    /** Changes one, gives it a new secret, tries it, turns it on or off, or removes it. */
    @POST
    @Path("{webhook}")
    @For(ADMINISTRATOR)
    public Response change(
            @Context SecurityContext caller, @PathParam("webhook") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String here = "/console/webhooks/" + id;
        String what = Optional.ofNullable(given.getFirst("do")).orElse("save");
        String url = url(given);
        Set<Event.Type> events = events(given);
        Optional<Webhooks.Fault> fault = what.equals("save") ? webhooks.fault(url, events) : Optional.empty();
        return database.inTransaction(tx -> {
            Endpoint endpoint = find(tx, id);
            if (fault.isPresent()) {
                return Pages.wrong(one(tx, visit, endpoint, fault.get()).with("url", url));
            }
            switch (what) {
                case "secret" -> {
                    return made(visit, webhooks.rotate(tx, id, visit.actor()).orElseThrow(PageFault::notFound));
                }
                case "remove" -> {
                    webhooks.remove(tx, id, visit.actor());
                    return Pages.to("/console/webhooks");
                }
                case "test" -> webhooks.test(tx, id);
                case "on", "off" -> webhooks.turn(tx, id, what.equals("on"), visit.actor());
                default -> webhooks.change(tx, id, url, events, visit.actor());
            }
            return Pages.to(here);
        });
    }

    /** Makes a call once more. */
    @POST
    @Path("{webhook}/again")
    @For(ADMINISTRATOR)
    public Response again(
            @Context SecurityContext caller, @PathParam("webhook") long id, @FormParam("call") long call) {
        database.useTransaction(tx -> {
            if (!webhooks.again(tx, id, call)) {
                throw PageFault.notFound();
            }
        });
        return Pages.to("/console/webhooks/" + id);
    }
}
