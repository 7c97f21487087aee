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
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.programme.Schedule;
import org.dariro.programme.Wellbeing;
import org.dariro.programme.WellbeingItem;
import org.dariro.programme.WellbeingRounds;
import org.dariro.programme.WellbeingSettings;
import org.jspecify.annotations.Nullable;

/** When and what the members of a group are asked about how they are. Mentors read it, coordinators set it. */
@Component
@Path("groups/{group}/wellbeing")
public class WellbeingPage {
    private final Database database;
    private final Groups groups;
    private final WellbeingRounds rounds;
    private final Wellbeing wellbeing;
    private final Messages messages;

    @Inject
    public WellbeingPage(
            Database database, Groups groups, WellbeingRounds rounds, Wellbeing wellbeing, Messages messages) {
        this.database = database;
        this.groups = groups;
        this.rounds = rounds;
        this.wellbeing = wellbeing;
        this.messages = messages;
    }

    /** A question that may be asked, in the words that the group's language has for it. */
    public record Question(String label, String words, boolean asked) {}

    private Page page(Transaction tx, Visit visit, Group group, WellbeingSettings shown, Entered form, boolean saved) {
        WellbeingSettings kept = rounds.settings(tx, group.id());
        return visit.page("group-wellbeing")
                .with("group", group)
                .with("kept", kept)
                .with("day", day(kept.weekday()))
                .with("shown", shown)
                .with("asks", form.wrong() ? form.is("asks", "on") : kept.asks())
                .with("weekday", day(shown.weekday()))
                .with(
                        "days",
                        Arrays.stream(DayOfWeek.values())
                                .map(WellbeingPage::day)
                                .toList())
                .with(
                        "hours",
                        IntStream.rangeClosed(WellbeingRounds.FIRST_HOUR, WellbeingRounds.LAST_HOUR)
                                .boxed()
                                .toList())
                .with("every", Integer.toString(kept.everyWeeks()))
                .with("rhythm", Integer.toString(shown.everyWeeks()))
                .with(
                        "rhythms",
                        WellbeingRounds.RHYTHMS.stream()
                                .map(weeks -> Integer.toString(weeks))
                                .toList())
                .with(
                        "questions",
                        Arrays.stream(WellbeingItem.values())
                                .map(item -> new Question(
                                        item.label(),
                                        messages.text(group.language(), "wellbeing-" + item.label(), Map.of()),
                                        shown.items().contains(item)))
                                .toList())
                .with("zone", Schedule.zone(group).getId())
                .with("last", wellbeing.last(tx, kept).orElse(null))
                .with("sets", visit.is("coordinator", "administrator") && !group.closed())
                .with("saved", saved)
                .with("form", form);
    }

    /** As the words of the pages know it: {@code mon}. */
    private static String day(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT).substring(0, 3);
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller, @PathParam("group") long id, @QueryParam("saved") @Nullable String saved) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(
                tx -> page(tx, visit, groups.get(tx, id), rounds.settings(tx, id), Entered.BLANK, saved != null));
    }

    /** Sets when and what they are asked. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response set(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        return database.inTransaction(tx -> {
            Group group = groups.get(tx, id);
            WellbeingSettings was = rounds.settings(tx, id);
            WellbeingRounds.Wanted wanted = new WellbeingRounds.Wanted(
                    form.is("asks", "on"),
                    Arrays.stream(DayOfWeek.values())
                            .filter(day -> form.is("weekday", day(day)))
                            .findFirst()
                            .orElse(was.weekday()),
                    number(form, "hour"),
                    number(form, "everyWeeks"),
                    given.getOrDefault("items", List.of()).stream()
                            .flatMap(label -> WellbeingItem.of(label).stream())
                            .toList());
            return rounds.set(tx, group, wanted, visit.actor())
                    .match(
                            done -> Pages.to("/console/groups/" + id + "/wellbeing", "saved"),
                            faults -> Pages.wrong(page(
                                    tx,
                                    visit,
                                    group,
                                    new WellbeingSettings(
                                            id,
                                            wanted.weekday(),
                                            wanted.hour(),
                                            wanted.everyWeeks(),
                                            wanted.items(),
                                            0,
                                            Optional.empty(),
                                            Optional.empty()),
                                    form.faulted(visit, faults),
                                    false)));
        });
    }

    private static int number(Entered form, String field) {
        return form.text(field)
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .orElse(-1);
    }
}
