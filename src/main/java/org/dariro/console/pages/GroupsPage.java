package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Overview;
import org.jspecify.annotations.Nullable;

/** The groups, each in one line: who is in it, what was said, what is open, when nobody is on duty. */
@Component
@Path("groups")
public class GroupsPage {
    private final Database database;
    private final Groups groups;
    private final Overview overview;

    @Inject
    public GroupsPage(Database database, Groups groups, Overview overview) {
        this.database = database;
        this.groups = groups;
        this.overview = overview;
    }

    /** The page; with {@code closed} the groups that have ended. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @QueryParam("closed") @Nullable String closed) {
        Visit visit = Visit.of(caller);
        boolean ended = closed != null;
        return database.inTransaction(tx -> {
            List<Group> all = groups.all(tx).stream()
                    .filter(group -> visit.sees(group.id()))
                    .toList();
            List<Group> shown =
                    all.stream().filter(group -> group.closed() == ended).toList();
            return visit.page("groups")
                    .with("rows", overview.of(tx, shown))
                    .with("ended", ended)
                    .with("others", all.size() - shown.size());
        });
    }
}
