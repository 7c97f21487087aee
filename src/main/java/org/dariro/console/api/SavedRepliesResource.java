package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.console.signin.User;
import org.dariro.conversation.SavedReplies;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Words that are sent often: the programme's, and those that the token's holder keeps. */
@Component
@Path("replies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedRepliesResource {
    private final Database database;
    private final SavedReplies shared;
    private final OwnWords own;
    private final OwnUser holder;

    @Inject
    public SavedRepliesResource(Database database, SavedReplies shared, OwnWords own, OwnUser holder) {
        this.database = database;
        this.shared = shared;
        this.own = own;
        this.holder = holder;
    }

    /** Words of the programme. */
    public record SharedView(String key, String name, String text) {}

    /** Words of one's own. */
    public record OwnView(long id, String title, String text) {}

    /** Both; none of one's own for a program. */
    public record RepliesView(List<SharedView> shared, List<OwnView> own) {}

    /** Words to be kept. */
    public record NewReply(@Nullable String title, @Nullable String text) {}

    private RepliesView view(Transaction tx, Optional<User> user, @Nullable String language) {
        String spoken = language == null ? user.map(User::language).orElse("en") : language;
        return new RepliesView(
                shared.in(spoken).stream()
                        .map(one -> new SharedView(one.key(), one.name(), one.text()))
                        .toList(),
                user.map(one -> own.of(tx, one.id()).stream()
                                .map(words -> new OwnView(words.id(), words.title(), words.text()))
                                .toList())
                        .orElse(List.of()));
    }

    /** All; the programme's in a language, or in that of the holder. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listReplies", summary = "List saved words: the programme's, and one's own")
    public RepliesView list(@Context SecurityContext who, @QueryParam("language") @Nullable String language) {
        return database.inTransaction(tx -> view(tx, holder.of(tx, Caller.of(who)), language));
    }

    /** Keeps words. */
    @POST
    @Creates
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "keepReply", summary = "Keep words of one's own")
    public RepliesView keep(@Context SecurityContext who, NewReply wanted) {
        Fields fields = new Fields();
        String title =
                fields.line("title", wanted.title(), OwnWords.LONGEST_TITLE).orElse("");
        if (title.isEmpty() && fields.errors().isEmpty()) {
            fields.fault("title", "This field is needed, with at most " + OwnWords.LONGEST_TITLE + " characters.");
        }
        String text = fields.text("text", wanted.text(), OwnWords.LONGEST);
        fields.check();
        return database.inTransaction(tx -> {
            User user = holder.get(tx, Caller.of(who));
            if (own.of(tx, user.id()).size() >= OwnWords.MOST) {
                throw Refused.conflict("There are " + OwnWords.MOST + " already: take one away first.");
            }
            own.add(tx, user.id(), title, text);
            return view(tx, Optional.of(user), null);
        });
    }

    /** Takes words of one's own away. */
    @DELETE
    @Path("{reply}")
    @Consumes(MediaType.WILDCARD)
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "dropReply", summary = "Take words of one's own away")
    public RepliesView drop(@Context SecurityContext who, @PathParam("reply") long id) {
        return database.inTransaction(tx -> {
            User user = holder.get(tx, Caller.of(who));
            if (own.of(tx, user.id()).stream().noneMatch(one -> one.id() == id)) {
                throw Refused.notFound("saved reply");
            }
            own.remove(tx, user.id(), id);
            return view(tx, Optional.of(user), null);
        });
    }
}
