package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.AUDITOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;

/** What needs somebody now: alerts, held posts, and posts that nobody answered; and the way to the groups. */
@Component
@Path("today")
public class TodayPage {
    private final Database database;
    private final Groups groups;

    @Inject
    public TodayPage(Database database, Groups groups) {
        this.database = database;
        this.groups = groups;
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR, AUDITOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        List<Group> own = database.inTransaction(tx -> groups.all(tx)).stream()
                .filter(group -> !group.closed() && visit.sees(group.id()))
                .toList();
        return visit.page("today").with("groups", own);
    }
}
