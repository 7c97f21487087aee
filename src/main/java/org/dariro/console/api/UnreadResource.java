package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.signin.User;
import org.dariro.conversation.WaitingWords;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What of each group the token's holder has not seen yet; the same marks as in the console. */
@Component
@Path("unread")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UnreadResource {
    private final Database database;
    private final Groups groups;
    private final GroupLog log;
    private final ReadMarks marks;
    private final WaitingWords waiting;
    private final OwnUser holder;

    @Inject
    public UnreadResource(
            Database database, Groups groups, GroupLog log, ReadMarks marks, WaitingWords waiting, OwnUser holder) {
        this.database = database;
        this.groups = groups;
        this.log = log;
        this.marks = marks;
        this.waiting = waiting;
        this.holder = holder;
    }

    /**
     * A group.
     *
     * @param unread posts and private words of members that the holder has not seen
     * @param lastSeq the number of its last post; 0 when there is none
     * @param lastWords the id of its last private words; 0 when there are none
     */
    public record UnreadView(long group, String name, long unread, long lastSeq, long lastWords) {}

    /**
     * What was seen; what is absent stays as it was.
     *
     * @param seq the number of the last post
     * @param words the id of the last private words
     */
    public record Seen(@Nullable Long seq, @Nullable Long words) {}

    private UnreadView view(Transaction tx, Group group, Map<Long, Long> unread) {
        return new UnreadView(
                group.id(),
                group.name(),
                unread.getOrDefault(group.id(), 0L),
                log.lastSeq(tx, group.id()),
                marks.lastWords(tx, group.id()));
    }

    /** The groups that the holder may see: those that are open, and closed ones where private words wait for an answer. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listUnread", summary = "How many posts and private words of each group one has not seen")
    public Page<UnreadView> list(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            User user = holder.get(tx, caller);
            List<Group> seen = groups.all(tx).stream()
                    .filter(group -> caller.sees(Optional.of(group.id())))
                    .toList();
            Set<Long> wait = waiting.groups(
                    tx, seen.stream().filter(Group::closed).map(Group::id).toList());
            List<Group> own = seen.stream()
                    .filter(group -> !group.closed() || wait.contains(group.id()))
                    .toList();
            Map<Long, Long> unread =
                    marks.unread(tx, user.id(), own.stream().map(Group::id).toList());
            return Page.all(own.stream().map(group -> view(tx, group, unread)).toList());
        });
    }

    /** Marks posts and private words as seen, up to one; a mark never goes back. */
    @PUT
    @Path("{group}")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "markRead", summary = "Mark the posts of a group as seen, up to one")
    public UnreadView seen(@Context SecurityContext who, @PathParam("group") long id, Seen seen) {
        long seq = seen.seq() == null ? 0 : seen.seq();
        long words = seen.words() == null ? 0 : seen.words();
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            User user = holder.get(tx, Caller.of(who));
            if (seq < 0 || seq > log.lastSeq(tx, id)) {
                throw Refused.invalid("seq", "This is the number of a post of the group.");
            } else if (words < 0 || words > marks.lastWords(tx, id)) {
                throw Refused.invalid("words", "This is the id of private words of the group.");
            }
            marks.set(tx, user.id(), id, seq, words);
            return view(tx, group, marks.unread(tx, user.id(), List.of(id)));
        });
    }
}
