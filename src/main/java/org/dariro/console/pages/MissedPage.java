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
import java.util.Optional;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.Reports;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.jspecify.annotations.Nullable;

/** Says that a post shows a risk which screening had not seen: an alert now, and a test for every later change. */
@Component
@Path("groups/{group}/posts/{post}/missed")
public class MissedPage {
    private final Database database;
    private final Groups groups;
    private final GroupLog log;
    private final Reports reports;
    private final Reads reads;

    @Inject
    public MissedPage(Database database, Groups groups, GroupLog log, Reports reports, Reads reads) {
        this.database = database;
        this.groups = groups;
        this.log = log;
        this.reports = reports;
        this.reads = reads;
    }

    private LoggedPost post(Transaction tx, long group, String given) {
        long seq = given.matches("[1-9][0-9]{0,17}") ? Long.parseLong(given) : -1;
        return log.after(tx, group, seq - 1, 1).stream()
                .filter(post -> post.post().seq() == seq)
                .findFirst()
                .orElseThrow(PageFault::notFound);
    }

    private Page page(Transaction tx, Visit visit, long group, String seq, @Nullable String fault) {
        reads.at(tx, visit, "group-read", "group", group);
        return visit.page("missed")
                .with("group", groups.get(tx, group))
                .with("post", post(tx, group, seq))
                .with("categories", LexiconTestsPage.categories())
                .with("severities", LexiconTestsPage.severities())
                .with("fault", fault);
    }

    /** The form, with the post that it is about. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @PathParam("group") long group, @PathParam("post") String seq) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, group, seq, null));
    }

    /** Raises the alert, and leads to it. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response raise(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @PathParam("post") String seq,
            @FormParam("category") @Nullable String category,
            @FormParam("severity") @Nullable String severity) {
        Visit visit = Visit.of(caller);
        Optional<Risk> risk = LexiconTestsPage.risk(category, severity);
        if (risk.isEmpty()) {
            return wrong(visit, group, seq, visit.text("missed-needed"));
        }
        try {
            long alert =
                    database.inTransaction(tx -> reports.missed(tx, post(tx, group, seq), risk.get(), visit.actor())
                            .id());
            return Pages.to("/console/alerts/" + alert);
        } catch (AlertFault fault) {
            return wrong(visit, group, seq, Faulty.words(visit, fault));
        }
    }

    private Response wrong(Visit visit, long group, String seq, String fault) {
        return Pages.wrong(database.inTransaction(tx -> page(tx, visit, group, seq, fault)));
    }
}
