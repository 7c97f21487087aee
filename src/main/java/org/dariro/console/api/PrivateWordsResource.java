package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dariro.conversation.PrivateWordDao;
import org.dariro.conversation.PrivateWordDao.PrivateWords;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Words between one member and the mentors of a group. */
@Component
@Path("groups/{group}/private-words")
@Produces(MediaType.APPLICATION_JSON)
public class PrivateWordsResource {
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final PrivateWordDao privateWords;

    @Inject
    public PrivateWordsResource(
            Database database, Groups groups, Memberships memberships, PrivateWordDao privateWords) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.privateWords = privateWords;
    }

    /**
     * Private words.
     *
     * @param member the member's place in the group, whoever of the two wrote
     * @param mentor who wrote them; null when the member did
     * @param alert that they belong to; null when to none
     */
    public record PrivateWordsView(
            long id,
            long member,
            String nickname,
            @Nullable String mentor,
            String text,
            Instant at,
            @Nullable Long alert) {}

    /** Private words of a group, the oldest first. */
    @GET
    @ShowsTexts("private-words-read")
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listPrivateWords", summary = "Read the words between members and mentors")
    public Page<PrivateWordsView> list(
            @PathParam("group") long group,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            List<PrivateWords> words = privateWords.ofGroup(tx, group, paging.after(), paging.oneMore());
            Map<Long, Membership> places = memberships.byIds(
                    tx, words.stream().map(PrivateWords::membership).distinct().toList());
            return paging.show(
                    words,
                    one -> new PrivateWordsView(
                            one.id(),
                            one.membership(),
                            places.containsKey(one.membership())
                                    ? places.get(one.membership()).name()
                                    : "-",
                            one.mentor(),
                            one.text(),
                            one.at(),
                            one.alert()),
                    PrivateWords::id);
        });
    }
}
