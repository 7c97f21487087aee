package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;
import static org.dariro.console.api.AlertView.or;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Schedule;
import org.dariro.programme.WellbeingItem;
import org.dariro.programme.WellbeingRounds;
import org.dariro.programme.WellbeingSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** When the members of a group are asked how they are. */
@Component
@Path("groups/{group}/wellbeing")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WellbeingResource {
    private final Database database;
    private final Groups groups;
    private final WellbeingRounds rounds;

    @Inject
    public WellbeingResource(Database database, Groups groups, WellbeingRounds rounds) {
        this.database = database;
        this.groups = groups;
        this.rounds = rounds;
    }

    /**
     * When members are asked; what is null stays.
     *
     * @param asks whether they are asked at all
     * @param weekday {@code monday} to {@code sunday}, as {@code hour} on the clocks of the group's country
     * @param hour 6 to 20
     * @param everyWeeks 1, 2 or 4
     * @param items {@code general}, {@code supported}, {@code isolation}, {@code medicine}: one is asked each time, in turn
     */
    public record Wanted(
            @Nullable Boolean asks,
            @Nullable String weekday,
            @Nullable Integer hour,
            @Nullable Integer everyWeeks,
            @Nullable List<@Nullable String> items) {}

    /** When members are asked, what, and by which clocks. */
    public record WellbeingView(
            boolean asks,
            String weekday,
            int hour,
            int everyWeeks,
            List<String> items,
            String zone,
            @Nullable Instant lastAt,
            @Nullable Instant nextAt) {
        static WellbeingView of(WellbeingSettings one, Group group) {
            return new WellbeingView(
                    one.asks(),
                    Fields.label(one.weekday()),
                    one.hour(),
                    one.everyWeeks(),
                    one.items().stream().map(WellbeingItem::label).toList(),
                    Schedule.zone(group).getId(),
                    or(one.lastAt()),
                    or(one.nextAt()));
        }
    }

    /** Shows when a group is asked. */
    @GET
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showWellbeing", summary = "Show when the members of a group are asked how they are")
    public WellbeingView show(@PathParam("group") long id) {
        return database.inTransaction(
                tx -> WellbeingView.of(rounds.settings(tx, id), GroupsResource.find(tx, groups, id)));
    }

    /** Sets when a group is asked, or that it is not. */
    @PUT
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "setWellbeing", summary = "Set when the members of a group are asked how they are")
    public WellbeingView set(@Context SecurityContext who, @PathParam("group") long id, Wanted wanted) {
        Fields fields = new Fields();
        Optional<DayOfWeek> weekday = fields.choice("weekday", wanted.weekday(), DayOfWeek.class);
        Optional<List<WellbeingItem>> items = items(fields, wanted.items());
        fields.check();
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            WellbeingSettings was = rounds.settings(tx, id);
            WellbeingRounds.Wanted all = new WellbeingRounds.Wanted(
                    wanted.asks() == null ? was.asks() : wanted.asks(),
                    weekday.orElse(was.weekday()),
                    wanted.hour() == null ? was.hour() : wanted.hour(),
                    wanted.everyWeeks() == null ? was.everyWeeks() : wanted.everyWeeks(),
                    items.orElse(was.items()));
            return WellbeingView.of(
                    Refused.unlessDone(rounds.set(tx, group, all, Caller.of(who).getName())), group);
        });
    }

    private static Optional<List<WellbeingItem>> items(Fields fields, @Nullable List<@Nullable String> labels) {
        if (labels == null) {
            return Optional.empty();
        }
        List<WellbeingItem> items = new ArrayList<>();
        for (String label : labels) {
            Optional<WellbeingItem> item = label == null ? Optional.empty() : WellbeingItem.of(label);
            item.ifPresentOrElse(
                    items::add, () -> fields.fault("items", "One of general, supported, isolation, medicine."));
        }
        return Optional.of(items);
    }
}
