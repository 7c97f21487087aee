package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dariro.conversation.Mentoring;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Tag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The log of a group: what was released to it. */
@Component
@Path("groups/{group}/posts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PostsResource {
    private static final int LONGEST_TEXT = 1_600;
    private final Database database;
    private final Groups groups;
    private final GroupLog log;
    private final Mentoring mentoring;
    private final Safeguard safeguard;

    @Inject
    public PostsResource(Database database, Groups groups, GroupLog log, Mentoring mentoring, Safeguard safeguard) {
        this.database = database;
        this.groups = groups;
        this.log = log;
        this.mentoring = mentoring;
        this.safeguard = safeguard;
    }

    /**
     * A post that was released.
     *
     * @param seq its number in the log
     * @param member the author's place in the group
     * @param severity what screening found in it: {@code low} and graver; absent when nothing
     */
    public record PostView(
            long seq,
            long member,
            String nickname,
            String role,
            String text,
            Instant writtenAt,
            @Nullable Instant releasedAt,
            @Nullable String severity,
            @Nullable String category) {
        static PostView of(LoggedPost post, @Nullable Tag tag) {
            return new PostView(
                    post.post().seq(),
                    post.post().author(),
                    post.nickname(),
                    Fields.label(post.role()),
                    post.post().text(),
                    post.post().writtenAt(),
                    post.releasedAt(),
                    tag == null ? null : tag.severity(),
                    tag == null ? null : tag.category());
        }
    }

    /**
     * What a mentor says.
     *
     * @param as the nickname of one of the group's mentors
     */
    public record NewPost(@Nullable String as, @Nullable String text) {}

    /** A mentor's post, and what screening found in it. */
    public record MentorPostView(
            long seq, long member, String nickname, String text, Instant writtenAt, ScreeningView screening) {}

    /** Released posts after a number, the oldest first. */
    @GET
    @ShowsTexts("posts-read")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listPosts", summary = "Read a group's log")
    public Page<PostView> list(
            @PathParam("group") long group,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            List<LoggedPost> found = log.after(tx, group, paging.after(), paging.oneMore());
            Map<Long, Tag> tags = safeguard.tags(
                    tx, found.stream().map(post -> post.post().id()).toList());
            return paging.show(
                    found, post -> PostView.of(post, tags.get(post.post().id())), post -> post.post()
                            .seq());
        });
    }

    /** Posts to the group as one of its mentors. */
    @POST
    @Creates
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "postAsMentor", summary = "Post to the group as a mentor")
    public MentorPostView post(@Context SecurityContext who, @PathParam("group") long group, NewPost wanted) {
        Fields fields = new Fields();
        String as = fields.text("as", wanted.as(), 40);
        String text = fields.text("text", wanted.text(), LONGEST_TEXT);
        fields.check();
        return database.inTransaction(tx -> {
            Mentoring.Posted posted = Refused.unlessDone(mentoring.post(
                    tx,
                    GroupsResource.find(tx, groups, group),
                    as,
                    text,
                    Caller.of(who).getName()));
            return new MentorPostView(
                    posted.post().seq(),
                    posted.by().id(),
                    posted.by().name(),
                    posted.post().text(),
                    posted.post().writtenAt(),
                    ScreeningView.of(posted.ruling()));
        });
    }
}
