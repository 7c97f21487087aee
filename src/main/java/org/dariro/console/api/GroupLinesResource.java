package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

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
import java.util.ArrayList;
import java.util.List;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Convening;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The lines that a group writes from: its own first, and where needed one for each network. */
@Component
@Path("groups/{group}/lines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GroupLinesResource {
    private static final int MOST = 20;
    private final Database database;
    private final Groups groups;
    private final Lines lines;
    private final GroupLines groupLines;
    private final Convening convening;

    @Inject
    public GroupLinesResource(
            Database database, Groups groups, Lines lines, GroupLines groupLines, Convening convening) {
        this.database = database;
        this.groups = groups;
        this.lines = lines;
        this.groupLines = groupLines;
        this.convening = convening;
    }

    /** The ids of the lines besides the group's own, in the order in which they are tried. */
    public record FurtherLines(@Nullable List<Long> lines) {}

    /** The group's own line, then the others. */
    @GET
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listGroupLines", summary = "List the lines that a group writes from")
    public Page<LinesResource.LineView> list(@PathParam("group") long id) {
        return database.inTransaction(tx -> Page.all(groupLines.of(tx, GroupsResource.find(tx, groups, id)).stream()
                .map(LinesResource.LineView::of)
                .toList()));
    }

    /** Changes the lines besides the group's own. */
    @PUT
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeGroupLines", summary = "Change the lines that a group writes from besides its own")
    public Page<LinesResource.LineView> change(
            @Context SecurityContext who, @PathParam("group") long id, FurtherLines wanted) {
        String by = Caller.of(who).getName();
        List<Line> further = new ArrayList<>();
        Fields fields = new Fields();
        List<Long> ids = wanted.lines() == null ? List.of() : wanted.lines();
        for (Long line : ids) {
            if (line != null) {
                lines.find(line).ifPresent(further::add);
            }
        }
        if (wanted.lines() == null || further.size() < ids.size() || ids.size() > MOST) {
            fields.fault("lines", "This field is needed: a list of at most 20 ids of lines; GET /lines lists them.");
        }
        fields.check();
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            convening.lines(tx, group, further, by);
            return Page.all(groupLines.of(tx, group).stream()
                    .map(LinesResource.LineView::of)
                    .toList());
        });
    }
}
