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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dariro.console.api.SearchDesk;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Finds posts and people in a user's own groups. */
@Component
@Path("search")
public class SearchPage {
    private final Database database;
    private final Groups groups;
    private final SearchDesk desk;

    @Inject
    public SearchPage(Database database, Groups groups, SearchDesk desk) {
        this.database = database;
        this.groups = groups;
        this.desk = desk;
    }

    /** The page; with what was found, the latest first. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @QueryParam("q") @Nullable String asked,
            @QueryParam("back") @Nullable String further) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, SearchDesk.words(asked), SearchDesk.back(further)));
    }

    private Page page(Transaction tx, Visit visit, String words, int back) {
        List<Group> own =
                groups.all(tx).stream().filter(group -> visit.sees(group.id())).toList();
        SearchDesk.Answer answer = desk.of(tx, own, words, back, visit.actor());
        return visit.page("search")
                .with("words", words)
                .with("query", URLEncoder.encode(words, StandardCharsets.UTF_8))
                .with("tooShort", !words.isEmpty() && !answer.asked())
                .with("asked", answer.asked())
                .with("found", answer.found())
                .with("count", answer.count())
                .with("people", answer.people())
                .with("each", answer.each())
                .with("from", back * answer.each())
                .with("next", answer.next());
    }
}
