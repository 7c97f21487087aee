package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Safeguard;
import org.jspecify.annotations.Nullable;

/** A group's conversation as its page shows it: what was released, and what is held in its place in time. */
@Component
public class Talk {
    private static final int AT_ONCE = 40;
    private static final int HELD = 50;
    private final GroupLog log;
    private final Memberships memberships;
    private final Safeguard safeguard;
    private final Alerts alerts;

    @Inject
    public Talk(GroupLog log, Memberships memberships, Safeguard safeguard, Alerts alerts) {
        this.alerts = alerts;
        this.log = log;
        this.memberships = memberships;
        this.safeguard = safeguard;
    }

    /**
     * A post as it is shown.
     *
     * @param seq 0 while it is held
     * @param masked whether a number or the like was hidden in it
     * @param hold the hold's id; null for what was released
     * @param alert an open alert about it; null when there is none
     * @param reason why it is held
     * @param reached how many have it, by SMS or USSD
     * @param readers how many it is for
     */
    public record Line(
            long seq,
            String nickname,
            boolean mentor,
            String text,
            boolean masked,
            Instant at,
            @Nullable Long hold,
            @Nullable Long alert,
            @Nullable String reason,
            long reached,
            long readers) {}

    /**
     * A part of the conversation.
     *
     * @param before the number to ask for what came before; 0 when this is the beginning
     * @param latest whether this is its end, where held posts stand
     */
    public record Part(List<Line> lines, long before, boolean latest) {}

    /** The latest part; or what came before a number, when it is not 0. */
    public Part part(Transaction tx, Group group, long before) {
        long last = log.lastSeq(tx, group.id());
        boolean latest = before <= 0 || before > last;
        long end = latest ? last : before - 1;
        long start = Math.max(1, end - AT_ONCE + 1);
        Set<Long> masked = log.masked(tx, group.id(), start);
        List<Membership> readers = memberships.in(tx, group.id()).stream()
                .filter(place ->
                        place.standing() == Standing.ACTIVE && place.memberId().isPresent())
                .toList();
        List<Line> lines = new ArrayList<>();
        for (LoggedPost post : log.after(tx, group.id(), start - 1, (int) (end - start + 1))) {
            lines.add(line(post, masked, readers));
        }
        if (latest) {
            Map<Long, Long> open = alerts(tx, group.id());
            safeguard
                    .waiting(tx, Set.of(group.id()), 0, HELD)
                    .forEach(held ->
                            lines.add(held(held, masked, open.get(held.hold().postId()))));
            lines.sort(Comparator.comparing(Line::at));
        }
        return new Part(lines, start > 1 ? start : 0, latest);
    }

    /** The open alerts about posts of a group, by post; of several, the gravest. */
    private Map<Long, Long> alerts(Transaction tx, long group) {
        Map<Long, Long> open = new HashMap<>();
        AlertQuery asked =
                new AlertQuery(AlertQuery.Kind.OPEN, Set.of(group), Optional.empty(), Optional.empty(), 0, HELD * 2);
        for (Alert alert : alerts.list(tx, asked)) {
            alert.sourceId().ifPresent(post -> open.putIfAbsent(post, alert.id()));
        }
        return open;
    }

    private static Line line(LoggedPost post, Set<Long> masked, List<Membership> readers) {
        long author = post.post().author();
        long seq = post.post().seq();
        return new Line(
                seq,
                post.nickname(),
                post.role() == Role.MENTOR,
                post.post().text(),
                masked.contains(post.post().id()),
                post.releasedAt() == null ? post.post().writtenAt() : post.releasedAt(),
                null,
                null,
                null,
                readers.stream()
                        .filter(place -> place.id() != author && place.cursor() >= seq)
                        .count(),
                readers.stream().filter(place -> place.id() != author).count());
    }

    private static Line held(Safeguard.HeldPost held, Set<Long> masked, @Nullable Long alert) {
        LoggedPost post = held.post();
        return new Line(
                0,
                post.nickname(),
                post.role() == Role.MENTOR,
                post.post().text(),
                masked.contains(post.post().id()),
                post.post().writtenAt(),
                held.hold().id(),
                alert,
                held.hold().reason(),
                0,
                0);
    }
}
