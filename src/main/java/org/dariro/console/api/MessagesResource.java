package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.conversation.Mentoring;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.spend.Segments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Private words of a mentor to one member. */
@Component
@Path("groups/{group}/members/{member}/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
    private static final int LONGEST_TEXT = 1_600;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Mentoring mentoring;

    @Inject
    public MessagesResource(Database database, Groups groups, Memberships memberships, Mentoring mentoring) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.mentoring = mentoring;
    }

    /** Private words to send. */
    public record NewMessage(@Nullable String as, @Nullable String text) {}

    /** Private words on their way, and what they are billed as. */
    public record MessageView(
            long member,
            String nickname,
            String mentor,
            String text,
            String encoding,
            int segments,
            ScreeningView screening) {
        static MessageView of(Mentoring.Told told) {
            Segments segments = Segments.of(told.text());
            return new MessageView(
                    told.to().id(),
                    told.to().name(),
                    told.mentor(),
                    told.text(),
                    Fields.label(segments.encoding()),
                    segments.count(),
                    ScreeningView.of(told.ruling()));
        }
    }

    /** Writes to one member alone. */
    @POST
    @Creates
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "writePrivately", summary = "Write to one member alone, as a mentor")
    public MessageView tell(
            @Context SecurityContext who,
            @PathParam("group") long group,
            @PathParam("member") long id,
            NewMessage wanted) {
        Fields fields = new Fields();
        String as = fields.text("as", wanted.as(), 40);
        String text = fields.text("text", wanted.text(), LONGEST_TEXT);
        fields.check();
        return database.inTransaction(tx -> {
            Membership to = MembersResource.find(tx, memberships, group, id);
            return MessageView.of(Refused.unlessDone(mentoring.tell(
                    tx,
                    GroupsResource.find(tx, groups, group),
                    to,
                    as,
                    text,
                    Caller.of(who).getName())));
        });
    }
}
