package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;

/**
 * What mentors might look at in quiet moments: members who answered that they are not well, posts that nobody answered, a
 * newcomer's first one before all, and members who have been silent. Nothing of it is urgent: a member who only
 * reads is a member. {@link DailyCounts} tells mentors how much of it there is, where that is wanted.
 */
@Component
public class Attention {
    /** What is older can wait no more. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** A low answer that nobody took up stays so long, if none follows. */
    private static final Duration WORRY = Duration.ofDays(14);

    private final AttentionDao dao;
    private final GroupLog log;
    private final Memberships memberships;
    private final InstantSource clock;
    private final Duration patience;
    private final Duration silence;

    @Inject
    public Attention(AttentionDao dao, GroupLog log, Memberships memberships, InstantSource clock, Settings settings) {
        this.dao = dao;
        this.log = log;
        this.memberships = memberships;
        this.clock = clock;
        patience = Duration.ofHours(settings.number("DARIRO_UNANSWERED_HOURS", 4, 1, 160));
        silence = Duration.ofDays(settings.number("DARIRO_SILENT_DAYS", 7, 1, 90));
    }

    /**
     * A post that waits for an answer: nobody else has posted since, or it is its author's first and no mentor has written
     * since.
     */
    public record Unanswered(LoggedPost post, boolean first) {}

    /**
     * Somebody who has neither posted nor written to a mentor for a while, nor answered how they are.
     *
     * @param last when they last did; empty for somebody who never has
     */
    public record Silent(Membership place, Instant since, Optional<Instant> last) {}

    /**
     * Somebody who answered very low, or low twice in a row, and to whom no mentor has written since.
     *
     * @param since when they answered
     */
    public record Low(Membership place, Instant since) {}

    /** All of it, of some groups. */
    public record Wanted(List<Low> low, List<Unanswered> unanswered, List<Silent> silent) {
        public Wanted {
            low = List.copyOf(low);
            unanswered = List.copyOf(unanswered);
            silent = List.copyOf(silent);
        }
    }

    /** What some groups want: first posts first, then the longest waiting; the longest silent or waiting first. */
    public Wanted of(Transaction tx, Collection<Long> groups) {
        Instant now = clock.instant();
        List<AttentionDao.Lonely> lonely = dao.unanswered(tx, groups, now.minus(LATELY), now.minus(patience));
        Map<Long, LoggedPost> posts =
                log.find(tx, lonely.stream().map(AttentionDao.Lonely::post).toList());
        List<AttentionDao.Quiet> quiet = dao.silent(tx, groups, now.minus(silence));
        List<AttentionDao.Worried> worried = dao.low(tx, groups, now.minus(WORRY));
        Map<Long, Membership> places = memberships.byIds(
                tx,
                Stream.concat(
                                quiet.stream().map(AttentionDao.Quiet::membership),
                                worried.stream().map(AttentionDao.Worried::membership))
                        .toList());
        List<Silent> silent = new ArrayList<>();
        for (AttentionDao.Quiet one : quiet) {
            silent.add(new Silent(Objects.requireNonNull(places.get(one.membership())), one.since(), one.last()));
        }
        return new Wanted(
                worried.stream()
                        .map(one -> new Low(Objects.requireNonNull(places.get(one.membership())), one.since()))
                        .toList(),
                lonely.stream()
                        .map(one -> new Unanswered(Objects.requireNonNull(posts.get(one.post())), one.first()))
                        .toList(),
                silent);
    }
}
