package org.dariro.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dariro.delivery.pace.Verdict;
import org.dariro.gateway.Line;
import org.dariro.group.Group;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.spend.Spelling;

/** When each reader of one group gets what they have not read, by their reading mode. Made for one moment. */
final class ReadingTimes {
    private final Group group;
    private final Instant now;
    private final Optional<Pacing> pacing;
    private final Function<Long, List<Integer>> digestHours;
    private final Spelling allowed;

    /**
     * @param pacing decides for readers in an adaptive group
     * @param digestHours when a place gets its digest
     * @param allowed what may be changed in members' texts in any language, where a line says nothing of its own
     */
    ReadingTimes(
            Group group,
            Instant now,
            Optional<Pacing> pacing,
            Function<Long, List<Integer>> digestHours,
            Spelling allowed) {
        this.group = group;
        this.now = now;
        this.pacing = pacing;
        this.digestHours = digestHours;
        this.allowed = allowed;
    }

    /** How a reader is served: in an adaptive group a mentor waits for nothing, so that somebody always knows. */
    static ReadingMode mode(Group group, Membership place) {
        ReadingMode mode = place.modeIn(group);
        return mode == ReadingMode.ADAPTIVE && place.role() == Role.MENTOR ? ReadingMode.AT_ONCE : mode;
    }

    /** How the group's posts may be spelled on a line. */
    Spelling spelling(Line line) {
        return Spelling.of(group.language())
                .and(line.respelling().map(Spelling::of).orElse(allowed));
    }

    /** What goes out to a reader now, at most {@link Packer#POSTS} posts, and when to ask again. */
    Verdict verdict(Membership place, Line line, List<LoggedPost> unread, Optional<String> tag, PackingLimits limits) {
        List<LoggedPost> first = unread.subList(0, Math.min(unread.size(), Packer.POSTS));
        boolean more = first.size() < unread.size();
        Verdict verdict =
                switch (mode(group, place)) {
                    case AT_ONCE -> all(first);
                    case BUNDLED -> from(Packer.released(first.get(0)).plus(group.window()), first);
                    case ADAPTIVE ->
                        pacing.map(pace -> pace.decide(place.id(), awaited(place, first, spelling(line)), tag, limits))
                                .orElseGet(() -> all(first));
                    case DIGEST ->
                        from(
                                DigestHours.next(
                                        Packer.released(first.get(0)),
                                        digestHours.apply(place.id()),
                                        DigestHours.zone(group.country())),
                                first);
                    case USSD_ONLY -> new Verdict(0, Optional.empty());
                };
        return more && verdict.posts() > 0 ? new Verdict(verdict.posts(), Optional.of(now)) : verdict;
    }

    /** These posts have gone out to a reader. */
    void sent(Membership place, List<LoggedPost> posts) {
        if (mode(group, place) == ReadingMode.ADAPTIVE) {
            pacing.ifPresent(pace -> posts.forEach(post -> pace.sent(Packer.released(post))));
        }
    }

    /** Segments of a joined text for a reader. */
    int segments(Membership place) {
        return mode(group, place) == ReadingMode.ADAPTIVE
                ? pacing.map(Pacing::segments).orElse(PackingLimits.JOINED)
                : PackingLimits.JOINED;
    }

    private static Verdict all(List<LoggedPost> posts) {
        return new Verdict(posts.size(), Optional.empty());
    }

    private Verdict from(Instant due, List<LoggedPost> posts) {
        return due.isAfter(now) ? new Verdict(0, Optional.of(due)) : all(posts);
    }

    private List<Pacing.Awaited> awaited(Membership place, List<LoggedPost> posts, Spelling spelling) {
        return posts.stream()
                .map(post -> new Pacing.Awaited(
                        Unread.of(post, spelling),
                        Packer.released(post),
                        post.post().author(),
                        post.role() == Role.MENTOR || Pacing.names(post.post().text(), place.name())))
                .toList();
    }
}
