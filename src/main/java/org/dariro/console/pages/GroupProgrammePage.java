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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.GuestSessions;
import org.dariro.programme.Schedule;
import org.dariro.programme.TopicPlans;
import org.dariro.programme.WellbeingRounds;
import org.jspecify.annotations.Nullable;

/** What is planned for one group. Mentors read it, and change the words that they left themselves. */
@Component
@Path("groups/{group}/programme")
public class GroupProgrammePage {
    private static final int SENT = 20;
    private final Database database;
    private final Groups groups;
    private final Agenda agenda;
    private final Schedule schedule;
    private final TopicPlans topics;
    private final GuestSessions guests;
    private final WellbeingRounds wellbeing;

    @Inject
    public GroupProgrammePage(
            Database database,
            Groups groups,
            Agenda agenda,
            Schedule schedule,
            TopicPlans topics,
            GuestSessions guests,
            WellbeingRounds wellbeing) {
        this.database = database;
        this.groups = groups;
        this.agenda = agenda;
        this.schedule = schedule;
        this.topics = topics;
        this.guests = guests;
        this.wellbeing = wellbeing;
    }

    private Page page(Transaction tx, Visit visit, long id, Agenda.Given given, @Nullable String fault) {
        Group group = groups.get(tx, id);
        List<Group> only = List.of(group);
        return visit.page("group-programme")
                .with("group", group)
                .with("items", agenda.items(tx, visit, only))
                .with("guests", agenda.guests(tx, visit, only))
                .with("voices", agenda.voices(tx, only))
                .with("sent", schedule.sent(tx, id, SENT))
                .with("topics", topics.all())
                .with("zone", Schedule.zone(group).getId())
                .with("plans", Agenda.plans(visit) && !group.closed())
                .with("asks", wellbeing.settings(tx, id).asks())
                .with("given", given)
                .with("costs", agenda.costs(tx, given))
                .with("fault", fault);
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @PathParam("group") long id) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, id, Agenda.Given.NOTHING, null));
    }

    private Response act(SecurityContext caller, long id, BiFunction<Transaction, Visit, Optional<String>> action) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Optional<String> fault = action.apply(tx, visit);
            return fault.isEmpty()
                    ? Pages.to("/console/groups/" + id + "/programme")
                    : Pages.wrong(page(tx, visit, id, Agenda.Given.NOTHING, fault.get()));
        });
    }

    /** Changes, sends or cancels what waits. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @SuppressWarnings("TooManyParameters")
    public Response change(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("scheduled") @Nullable String scheduled,
            @FormParam("text") @Nullable String text,
            @FormParam("at") @Nullable String at,
            @FormParam("weekly") @Nullable String weekly,
            @FormParam("do") @Nullable String what) {
        return act(
                caller,
                id,
                (tx, visit) -> agenda.act(
                        tx,
                        visit,
                        id,
                        number(scheduled),
                        what == null ? "" : what,
                        text == null ? "" : Cleaning.clean(text),
                        at == null ? "" : at,
                        weekly != null));
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Plans words for the group, or tells first what they would cost. */
    @POST
    @Path("words")
    @For({COORDINATOR, ADMINISTRATOR})
    @SuppressWarnings("TooManyParameters")
    public Response plan(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("text") @Nullable String text,
            @FormParam("as") @Nullable String as,
            @FormParam("at") @Nullable String at,
            @FormParam("weekly") @Nullable String weekly,
            @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        Agenda.Given given = new Agenda.Given(
                List.of(id),
                text == null ? "" : Cleaning.clean(text),
                as == null ? "" : as,
                at == null ? "" : at,
                weekly != null);
        return database.inTransaction(tx -> {
            if ("count".equals(what)) {
                return Response.ok(page(tx, visit, id, given, null), Pages.HTML).build();
            }
            Optional<String> fault = agenda.add(tx, visit, given);
            return fault.isEmpty()
                    ? Pages.to("/console/groups/" + id + "/programme")
                    : Pages.wrong(page(tx, visit, id, given, fault.get()));
        });
    }

    /** Gives the group a plan of topics, or cancels what waits of one. */
    @POST
    @Path("topics")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response topics(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("programme") @Nullable String programme,
            @FormParam("from") @Nullable String from,
            @FormParam("as") @Nullable String as) {
        return act(caller, id, (tx, visit) -> {
            Optional<LocalDate> start = Moments.day(from);
            return start.isEmpty()
                    ? Optional.of(visit.text("day-needed"))
                    : Agenda.fault(
                            visit,
                            topics.apply(
                                    tx,
                                    groups.get(tx, id),
                                    programme == null ? "" : programme,
                                    start.get(),
                                    Optional.ofNullable(as).filter(name -> !name.isEmpty()),
                                    visit.actor()));
        });
    }

    /** Plans a guest, or ends a session. */
    @POST
    @Path("guests")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response guests(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("guest") @Nullable String guest,
            @FormParam("begins") @Nullable String begins,
            @FormParam("ends") @Nullable String ends,
            @FormParam("session") @Nullable String session) {
        return act(caller, id, (tx, visit) -> {
            Group group = groups.get(tx, id);
            if (session != null) {
                long one = guests.of(tx, List.of(id)).stream()
                        .filter(known -> known.id() == number(session))
                        .findFirst()
                        .orElseThrow(PageFault::notFound)
                        .id();
                return Agenda.fault(visit, guests.end(tx, one, visit.actor()));
            }
            Optional<LocalDateTime> from = Moments.local(begins);
            Optional<LocalDateTime> to = Moments.local(ends);
            return from.isEmpty() || to.isEmpty()
                    ? Optional.of(visit.text("time-needed"))
                    : Agenda.fault(
                            visit,
                            guests.plan(
                                    tx,
                                    group,
                                    guest == null ? "" : Cleaning.clean(guest),
                                    from.get(),
                                    to.get(),
                                    Schedule.zone(group),
                                    visit.actor()));
        });
    }
}
