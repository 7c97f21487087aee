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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.console.api.OwnWords;
import org.dariro.conversation.SavedReplies;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The saved replies: a user's own, to add and remove, and those of the programme. */
@Component
@Path("replies")
public class RepliesPage {
    private final Database database;
    private final SavedReplies replies;
    private final OwnReplyDao own;

    @Inject
    public RepliesPage(Database database, SavedReplies replies, OwnReplyDao own) {
        this.database = database;
        this.replies = replies;
        this.own = own;
    }

    private Page page(Transaction tx, Visit visit, String title, String text, @Nullable String fault) {
        return visit.page("replies")
                .with("own", own.of(tx, visit.user().id()))
                .with("shared", replies.in(visit.language()))
                .with("title", title)
                .with("text", text)
                .with("fault", fault);
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, "", "", null));
    }

    /** Keeps words, or takes some away. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller,
            @FormParam("title") @Nullable String givenTitle,
            @FormParam("text") @Nullable String givenText,
            @FormParam("remove") @Nullable String remove) {
        Visit visit = Visit.of(caller);
        String title = givenTitle == null ? "" : Cleaning.clean(givenTitle).replaceAll("\\s+", " ");
        String text = givenText == null ? "" : Cleaning.clean(givenText);
        return database.inTransaction(tx -> {
            if (remove != null) {
                own.remove(tx, visit.user().id(), remove.matches("[0-9]{1,18}") ? Long.parseLong(remove) : 0);
                return Pages.to("/console/replies");
            }
            Optional<String> fault = fault(tx, visit, title, text);
            if (fault.isPresent()) {
                return Pages.wrong(page(tx, visit, title, text, fault.get()));
            }
            own.add(tx, visit.user().id(), title, text);
            return Pages.to("/console/replies");
        });
    }

    private Optional<String> fault(Transaction tx, Visit visit, String title, String text) {
        boolean titled = !title.isEmpty() && title.codePointCount(0, title.length()) <= OwnWords.LONGEST_TITLE;
        if (!titled || text.isEmpty() || text.length() > OwnWords.LONGEST) {
            return Optional.of(visit.text("replies-needed", OwnWords.LONGEST_TITLE, OwnWords.LONGEST));
        }
        return own.of(tx, visit.user().id()).size() < OwnWords.MOST
                ? Optional.empty()
                : Optional.of(visit.text("replies-enough", OwnWords.MOST));
    }
}
