package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.TopicPlans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Gives a group a plan of topics. */
@Component
@Path("groups/{group}/topics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {
    private final Database database;
    private final Groups groups;
    private final TopicPlans topics;

    @Inject
    public TopicsResource(Database database, Groups groups, TopicPlans topics) {
        this.database = database;
        this.groups = groups;
        this.topics = topics;
    }

    /**
     * Which plan, and the first day of its first week.
     *
     * @param as the nickname of a mentor of the group; absent for the programme's own voice
     */
    public record Applying(
            @Nullable String programme,
            @Nullable String from,
            @Nullable String as) {}

    /** Puts the topics of a plan on a group's schedule. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "applyTopics", summary = "Give a group a plan of topics")
    public Page<ScheduledView> apply(@Context SecurityContext who, @PathParam("group") long id, Applying applying) {
        Fields fields = new Fields();
        String name = fields.text("programme", applying.programme(), 80);
        Optional<String> as = fields.line("as", applying.as(), 40).filter(one -> !one.isEmpty());
        Optional<LocalDate> from = day(fields, applying.from());
        fields.check();
        return database.inTransaction(
                tx -> {
                    Group group = GroupsResource.find(tx, groups, id);
                    return Page.all(Refused.unlessDone(topics.apply(
                                    tx,
                                    group,
                                    name,
                                    from.orElseThrow(),
                                    as,
                                    Caller.of(who).getName()))
                            .stream()
                            .map(ScheduledView::of)
                            .toList());
                });
    }

    private static Optional<LocalDate> day(Fields fields, @Nullable String given) {
        try {
            return Optional.of(LocalDate.parse(given == null ? "" : given.strip()));
        } catch (DateTimeException e) {
            fields.fault("from", "This is a day, such as 2026-03-20.");
            return Optional.empty();
        }
    }
}
