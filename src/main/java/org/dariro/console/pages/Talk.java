package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.conversation.PrivateWordDao;
import org.dariro.conversation.PrivateWordDao.PrivateWords;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.Delivery;
import org.dariro.group.DialledRead;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Post;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A group's conversation as its page shows it: what was released; and in its place in time what is held, and what members and
 * mentors wrote to each other alone.
 */
@Component
public class Talk {
    private static final int AT_ONCE = 40;
    /** For so long after a post texts with it are looked for, on older pages. */
    private static final Duration LATE = Duration.ofDays(7);

    private static final int HELD = 50;
    private static final int ALONE = 100;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private final GroupLog log;
    private final Memberships memberships;
    private final Safeguard safeguard;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final PrivateWordDao privateWords;

    @Inject
    public Talk(
            GroupLog log,
            Memberships memberships,
            Safeguard safeguard,
            Alerts alerts,
            Deliveries deliveries,
            PrivateWordDao privateWords) {
        this.log = log;
        this.memberships = memberships;
        this.safeguard = safeguard;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.privateWords = privateWords;
    }

    /**
     * A post, or private words, as they are shown.
     *
     * @param seq 0 while it is held, and for private words
     * @param place the member's, to write to; null where there is nobody to write to
     * @param masked whether a number or the like was hidden in it
     * @param hold the hold's id; null for what was released
     * @param alert an open alert about it; null when there is none
     * @param tone how grave that is, or what screening found in it: {@code high}; null when nothing is wrong with it
     * @param reason why it is held
     * @param reach what became of it
     * @param alone between whom private words are: a member's nickname; null for what is the group's
     * @param fresh whether the user has not seen it
     */
    public record Line(
            long seq,
            @Nullable Long place,
            String nickname,
            boolean mentor,
            String text,
            boolean masked,
            Instant at,
            @Nullable Long hold,
            @Nullable Long alert,
            @Nullable String tone,
            @Nullable String reason,
            Reach reach,
            @Nullable String alone,
            boolean fresh) {}

    /**
     * A part of the conversation.
     *
     * @param before the number to ask for what came before; 0 when this is the beginning
     * @param latest whether this is its end, where held posts stand
     * @param last the number of its last post
     * @param seen up to where the user had read when the page was opened
     */
    public record Part(List<Line> lines, long before, boolean latest, long last, ReadMarkDao.Mark seen) {
        /** The first line that the user has not seen; null when there is none, or nothing else. */
        public @Nullable Line firstNew() {
            boolean some = lines.stream().anyMatch(line -> line.seq() > 0 && !line.fresh());
            return some ? lines.stream().filter(Line::fresh).findFirst().orElse(null) : null;
        }

        /** Where the user had read to, as the address of the next part has it. */
        public String from() {
            return "seen=" + seen.seq() + "&words=" + seen.words();
        }
    }

    /** The latest part; or what came before a number, when it is not 0. {@code seen} is how far the user has read. */
    public Part part(Transaction tx, Group group, long before, ReadMarkDao.Mark seen) {
        long last = log.lastSeq(tx, group.id());
        boolean latest = before <= 0 || before > last;
        long end = latest ? last : before - 1;
        long start = Math.max(1, end - AT_ONCE + 1);
        Set<Long> masked = log.masked(tx, group.id(), start, end);
        List<Membership> all = memberships.in(tx, group.id());
        List<Membership> readers = all.stream()
                .filter(place ->
                        place.standing() == Standing.ACTIVE && place.memberId().isPresent())
                .toList();
        Map<Long, Membership> byId = all.stream().collect(Collectors.toMap(Membership::id, place -> place));
        List<Line> lines = new ArrayList<>();
        List<LoggedPost> posts = log.after(tx, group.id(), start - 1, (int) (end - start + 1));
        List<Safeguard.HeldPost> held = latest ? safeguard.waiting(tx, Set.of(group.id()), 0, HELD) : List.of();
        Signs signs = signs(
                tx,
                masked,
                Stream.concat(posts.stream(), held.stream().map(Safeguard.HeldPost::post))
                        .toList());
        Reach.Known known = known(tx, group.id(), posts, readers, latest);
        for (LoggedPost post : posts) {
            lines.add(
                    line(post, signs, Reach.of(post.post(), known), post.post().seq() > seen.seq()));
        }
        held.forEach(one -> lines.add(held(one, signs)));
        Instant from = start > 1 && !lines.isEmpty() ? begins(tx, group.id(), start) : Instant.EPOCH;
        Instant to = latest ? FAR : begins(tx, group.id(), end + 1);
        for (PrivateWords words : privateWords.between(tx, group.id(), from, to, ALONE)) {
            lines.add(alone(words, byId.get(words.membership()), words.id() > seen.words()));
        }
        lines.sort(Comparator.comparing(Line::at));
        return new Part(lines, start > 1 ? start : 0, latest, last, seen);
    }

    /**
     * What is wrong with some posts.
     *
     * @param masked those in which something was hidden
     * @param tags what screening found, by post
     * @param open the open alerts, by post
     */
    private record Signs(Set<Long> masked, Map<Long, Tag> tags, Map<Long, Alert> open) {
        @Nullable
        Long alert(long post) {
            Alert alert = open.get(post);
            return alert == null ? null : Long.valueOf(alert.id());
        }

        /** An alert says more than what screening found: a member may have reported it. */
        @Nullable
        String tone(long post) {
            Alert alert = open.get(post);
            Tag tag = tags.get(post);
            return alert != null ? Words.label(alert.severity()) : tag == null ? null : tag.severity();
        }
    }

    private Signs signs(Transaction tx, Set<Long> masked, List<LoggedPost> posts) {
        List<Long> ids = posts.stream().map(post -> post.post().id()).toList();
        return new Signs(masked, safeguard.tags(tx, ids), alerts.openOfPosts(tx, ids));
    }

    /** What became of some posts: by SMS and by dialling. */
    private Reach.Known known(
            Transaction tx, long group, List<LoggedPost> posts, List<Membership> readers, boolean latest) {
        if (posts.isEmpty()) {
            return new Reach.Known(List.of(), Map.of(), Map.of());
        }
        Post first = posts.get(0).post();
        LoggedPost end = posts.get(posts.size() - 1);
        long last = end.post().seq();
        Instant since = posts.stream()
                .map(post -> post.post().writtenAt())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Delivery.Leg> legs = latest
                ? deliveries.legs(tx, group, first.seq())
                : deliveries.legs(tx, group, first.seq(), last, since, at(end).plus(LATE));
        return new Reach.Known(
                readers,
                legs.stream().collect(Collectors.groupingBy(Delivery.Leg::member)),
                memberships.dialledReads(tx, group, first.seq(), last, since).stream()
                        .collect(Collectors.groupingBy(DialledRead::place)));
    }

    private Instant begins(Transaction tx, long group, long seq) {
        return log.after(tx, group, seq - 1, 1).stream()
                .findFirst()
                .map(Talk::at)
                .orElse(FAR);
    }

    private static Instant at(LoggedPost post) {
        Instant released = post.releasedAt();
        return released == null ? post.post().writtenAt() : released;
    }

    private static Line alone(PrivateWords words, @Nullable Membership member, boolean fresh) {
        String name = member == null ? "-" : member.name();
        String mentor = words.mentor();
        return new Line(
                0,
                words.membership(),
                mentor == null ? name : mentor,
                mentor != null,
                words.text(),
                false,
                words.at(),
                null,
                words.alert(),
                null,
                null,
                Reach.NONE,
                name,
                fresh && mentor == null);
    }

    private static Line line(LoggedPost post, Signs signs, Reach reach, boolean fresh) {
        boolean mentor = post.role() == Role.MENTOR;
        return new Line(
                post.post().seq(),
                mentor ? null : post.post().author(),
                post.nickname(),
                mentor,
                post.post().text(),
                signs.masked().contains(post.post().id()),
                at(post),
                null,
                signs.alert(post.post().id()),
                signs.tone(post.post().id()),
                null,
                reach,
                null,
                fresh);
    }

    private static Line held(Safeguard.HeldPost held, Signs signs) {
        LoggedPost post = held.post();
        return new Line(
                0,
                post.post().author(),
                post.nickname(),
                post.role() == Role.MENTOR,
                post.post().text(),
                signs.masked().contains(post.post().id()),
                post.post().writtenAt(),
                held.hold().id(),
                signs.alert(post.post().id()),
                signs.tone(post.post().id()),
                held.hold().reason(),
                Reach.NONE,
                null,
                false);
    }
}
