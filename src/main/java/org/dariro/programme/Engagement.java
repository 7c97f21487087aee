package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.dariro.group.GroupLog;
import org.dariro.group.Membership;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** How somebody takes part: what they wrote, what reached them, and what they have not read. */
@Component
public class Engagement {
    private final EngagementDao dao;
    private final GroupLog log;

    @Inject
    public Engagement(EngagementDao dao, GroupLog log) {
        this.dao = dao;
        this.log = log;
    }

    /**
     * Somebody's part in a group.
     *
     * @param posts that were released
     * @param held posts that were not
     * @param lastPost when they last posted
     * @param lastPrivate when they last wrote to a mentor alone
     * @param lastText when the last text with posts of the group changed its state
     * @param lastTextState what became of it: {@code delivered}, {@code accepted}, ...; empty without one
     * @param unread posts of others that they have not got, by SMS or by dialling
     */
    public record View(
            long posts,
            long held,
            Optional<Instant> lastPost,
            Optional<Instant> lastPrivate,
            Optional<Instant> lastText,
            String lastTextState,
            long unread) {}

    /** Of one place. */
    public View of(Transaction tx, Membership place) {
        EngagementDao.Posts posts = dao.posts(tx, place.id());
        Optional<EngagementDao.Text> text =
                place.memberId().flatMap(member -> dao.lastText(tx, place.groupId(), member));
        return new View(
                posts.released(),
                posts.held(),
                posts.last(),
                dao.lastPrivate(tx, place.id()),
                text.map(EngagementDao.Text::at),
                text.map(one -> one.state().toLowerCase(Locale.ROOT)).orElse(""),
                log.unreadCount(tx, place.id()));
    }
}
