package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Finds posts and people in the groups that a caller may see. */
@Component
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private final Database database;
    private final Groups groups;
    private final SearchDesk desk;

    @Inject
    public SearchResource(Database database, Groups groups, SearchDesk desk) {
        this.database = database;
        this.groups = groups;
        this.desk = desk;
    }

    /** Looks for words of at least two letters in the latest posts of each group, or further {@code back}. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "search", summary = "Find posts and people in one's groups")
    public SearchDesk.Answer search(
            @Context SecurityContext who,
            @QueryParam("q") @Nullable String words,
            @QueryParam("back") @Nullable String back) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            List<Group> own = groups.all(tx).stream()
                    .filter(group -> caller.sees(Optional.of(group.id())))
                    .toList();
            SearchDesk.Answer answer =
                    desk.of(tx, own, SearchDesk.words(words), SearchDesk.back(back), caller.getName());
            if (!answer.asked()) {
                throw Refused.invalid("q", "This field is needed: at least two letters.");
            }
            return answer;
        });
    }
}
