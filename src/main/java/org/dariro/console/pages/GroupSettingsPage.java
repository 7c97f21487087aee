package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dariro.gateway.GroupLines;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Convening;
import org.dariro.programme.DailyCounts;
import org.dariro.programme.Schedule;
import org.dariro.programme.Term;
import org.dariro.safeguarding.CrisisCard;
import org.dariro.safeguarding.Safeguard;
import org.jspecify.annotations.Nullable;

/** What a group is: its name, lines, language, reading, risk policy, contacts and end. */
@Component
@Path("groups/{group}/settings")
public class GroupSettingsPage {
    private static final List<Integer> HOURS = IntStream.rangeClosed(DailyCounts.FIRST_HOUR, DailyCounts.LAST_HOUR)
            .boxed()
            .toList();
    private final Database database;
    private final Groups groups;
    private final GroupLines groupLines;
    private final Convening convening;
    private final GroupEntry entry;
    private final Safeguard safeguard;
    private final DailyCounts daily;

    @Inject
    public GroupSettingsPage(
            Database database,
            Groups groups,
            GroupLines groupLines,
            Convening convening,
            GroupEntry entry,
            Safeguard safeguard,
            DailyCounts daily) {
        this.database = database;
        this.groups = groups;
        this.groupLines = groupLines;
        this.convening = convening;
        this.entry = entry;
        this.safeguard = safeguard;
        this.daily = daily;
    }

    private Page page(Transaction tx, Visit visit, Group group, @Nullable Entered filled, boolean saved) {
        Term term = convening.term(tx, group.id());
        CrisisCard card = safeguard.card(group);
        List<String> further = groupLines.of(tx, group).stream()
                .filter(line -> line.id() != group.lineId())
                .map(line -> Long.toString(line.id()))
                .toList();
        return entry.choices(visit.page("group-settings"))
                .with("group", group)
                .with("tab", "settings")
                .with("term", term)
                .with("closing", !group.closed() && term.farewellAt().isPresent())
                .with("own", Long.toString(group.lineId()))
                .with("further", further)
                .with("card", card)
                .with("country", CrisisLines.country(visit, group))
                .with("checked", card.checked().map(LocalDate::toString).orElse(""))
                .with("code", group.country())
                .with("saved", saved)
                .with("daily", daily.of(tx, group.id()))
                .with("hours", HOURS)
                .with("zone", Schedule.zone(group).getId())
                .with("form", filled == null ? entry.of(group, term) : filled);
    }

    /** The page. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller, @PathParam("group") long id, @QueryParam("saved") @Nullable String saved) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, groups.get(tx, id), null, saved != null));
    }

    /** Saves what it is. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response save(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        return database.inTransaction(tx -> {
            Group group = groups.get(tx, id);
            return convening
                    .change(tx, group, entry.wish(form, group), visit.actor())
                    .match(
                            changed -> {
                                convening.lines(
                                        tx,
                                        changed,
                                        entry.further(given.getOrDefault("lines", List.of()), changed),
                                        visit.actor());
                                return Pages.to("/console/groups/" + id + "/settings", "saved");
                            },
                            faults -> Pages.wrong(page(tx, visit, group, form.faulted(visit, faults), false)));
        });
    }

    /** Says whether the mentors are told once a day what waits, and when. */
    @POST
    @Path("daily")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response daily(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        Optional<Integer> hour =
                form.number("hour").filter(one -> one < 24).map(Long::intValue).filter(HOURS::contains);
        return database.inTransaction(tx -> {
            Group group = groups.get(tx, id);
            if (hour.isEmpty() || group.closed()) {
                Entered wrong = entry.of(group, convening.term(tx, id))
                        .faulted(
                                group.closed() ? "" : "hour",
                                visit.text(group.closed() ? "fault-closed" : "fault-wellbeing-hour"));
                return Pages.wrong(page(tx, visit, group, wrong, false));
            }
            daily.set(tx, group, form.is("sends", "on"), hour.get(), visit.actor());
            return Pages.to("/console/groups/" + id + "/settings", "saved");
        });
    }

    /** Ends the group at once. */
    @POST
    @Path("close")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response close(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Group group = groups.get(tx, id);
            Entered form = Entered.of(given);
            if (!form.value("code").strip().equalsIgnoreCase(group.code())) {
                Entered wrong = entry.of(group, convening.term(tx, id)).faulted("code", visit.text("group-close-code"));
                return Pages.wrong(page(tx, visit, group, wrong, false));
            }
            convening.close(tx, group, visit.actor());
            return Pages.to("/console/groups/" + id + "/settings");
        });
    }
}
