package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dariro.delivery.pace.Verdict;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.Spelling;
import org.dariro.spend.budget.Purses;

/** Packs one group: for each reader who is due the parcels, and the same body for as many readers as possible. */
@Component
public class GroupPacking {
    /** Who has a text waiting is looked at again after this: what is new is read behind it, and packed when it is gone. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private final GroupLog log;
    private final Outbox outbox;
    private final Dispatch dispatch;
    private final Lines lines;
    private final Accounts accounts;
    private final Digests digests;
    private final Fares fares;
    private final InstantSource clock;

    @Inject
    public GroupPacking(
            GroupLog log,
            Outbox outbox,
            Dispatch dispatch,
            Lines lines,
            Accounts accounts,
            Digests digests,
            Fares fares,
            InstantSource clock) {
        this.log = log;
        this.outbox = outbox;
        this.dispatch = dispatch;
        this.lines = lines;
        this.accounts = accounts;
        this.digests = digests;
        this.fares = fares;
        this.clock = clock;
    }

    /** What readers with the same line, tag and unread posts get is packed once. */
    private record Sort(long line, Optional<String> tag, PackingLimits limits, List<Long> seqs) {}

    /** A body by its line, and what it stands for. */
    private record Body(long line, Packed packed, Worth worth) {}

    /**
     * Writes the parcels of a group's due readers and moves their cursors.
     *
     * @param posts the posts behind the readers' cursors, in order
     * @param waiting members with a parcel waiting
     * @param tagged members whose parcels say which group they come from
     * @param pacing decides for readers in an adaptive group
     * @param money pays; what it cannot pay for stays in the log
     * @return when the next reader is due, if one waits
     */
    Optional<Instant> pack(
            Transaction tx,
            Group group,
            List<Reader> readers,
            List<LoggedPost> posts,
            Set<Long> waiting,
            Set<Long> tagged,
            Optional<Pacing> pacing,
            Optional<Purses.Held> money) {
        Instant now = clock.instant();
        ReadingTimes times = new ReadingTimes(group, now, pacing, hours(tx, group, readers), digests.spelling());
        Optional<Instant> next = Optional.empty();
        Map<Long, Boolean> room = new HashMap<>();
        Map<Sort, List<Body>> packed = new HashMap<>();
        Worth.Count count = new Worth.Count(posts);
        Map<Body, List<Outbox.Addressee>> bodies = new LinkedHashMap<>();
        Map<Long, List<Long>> readTo = new HashMap<>();
        for (Reader reader : readers) {
            List<LoggedPost> unread = unread(reader, posts);
            if (unread.isEmpty()) {
                pass(reader, posts, readTo); // nothing but their own posts lies before them
                continue;
            }
            Line line = lines.get(reader.place().lineId());
            String account = line.account();
            if (accounts.find(account).isEmpty()) {
                continue; // the account was taken out of the settings; their posts wait until it is back
            }
            Optional<String> tag = tagged.contains(reader.member().id()) ? Optional.of(tag(group)) : Optional.empty();
            PackingLimits limits = limits(line, times.segments(reader.place()));
            Verdict verdict = times.verdict(reader.place(), line, unread, tag, limits);
            List<LoggedPost> taken = unread.subList(0, verdict.posts());
            if (taken.isEmpty()) {
                next = Packer.earlier(next, verdict.again());
                continue;
            }
            if (waiting.contains(reader.member().id())) {
                next = Packer.earlier(next, Optional.of(now.plus(BEHIND)));
                continue;
            }
            if (!room.computeIfAbsent(line.id(), id -> dispatch.hasRoom(account))) {
                // what comes meanwhile travels with it
                next = Packer.earlier(next, Optional.of(now.plus(dispatch.untilRoom(account))));
                continue;
            }
            long last = taken.get(taken.size() - 1).post().seq();
            Sort sort = new Sort(
                    line.id(),
                    tag,
                    limits,
                    taken.stream().map(post -> post.post().seq()).toList());
            List<Body> texts = packed.computeIfAbsent(sort, s -> pack(s, taken, times.spelling(line), count));
            if (money.isPresent() && !paid(tx, money.get(), line, reader.member(), texts)) {
                continue; // until there is money, or they dial
            }
            next = Packer.earlier(next, verdict.again());
            times.sent(reader.place(), taken);
            for (Body body : texts) {
                bodies.computeIfAbsent(body, b -> new ArrayList<>())
                        .add(new Outbox.Addressee(
                                reader.member(),
                                body.packed().firstSeq(),
                                body.packed().lastSeq()));
            }
            readTo.computeIfAbsent(last, seq -> new ArrayList<>())
                    .add(reader.place().id());
        }
        // A body that one reader gets second may be the first that another gets: in the order of the log, all are
        // right.
        bodies.keySet().stream()
                .sorted(Comparator.comparingLong(body -> body.packed().firstSeq()))
                .forEach(body -> outbox.put(
                        tx,
                        lines.get(body.line()),
                        body.packed().text(),
                        body.packed().segments(),
                        body.worth(),
                        Kind.GROUP,
                        group.id(),
                        bodies.getOrDefault(body, List.of()),
                        Set.of()));
        readTo.forEach((seq, places) -> log.readTo(tx, places, seq));
        return next;
    }

    private boolean paid(Transaction tx, Purses.Held money, Line line, Member to, List<Body> texts) {
        if (money.currency().isEmpty() || !money.purse().limited()) {
            return true;
        }
        int segments = texts.stream()
                .mapToInt(body -> body.packed().segments().count())
                .sum();
        return fares.cost(tx, line.id(), to, segments, money.currency().get())
                .map(money.purse()::take)
                .orElse(false);
    }

    private Function<Long, List<Integer>> hours(Transaction tx, Group group, List<Reader> readers) {
        List<Long> places = readers.stream()
                .map(Reader::place)
                .filter(place -> ReadingTimes.mode(group, place) == ReadingMode.DIGEST)
                .map(Membership::id)
                .toList();
        Map<Long, List<Integer>> chosen = digests.chosen(tx, places);
        return place -> chosen.getOrDefault(place, digests.usual());
    }

    private static void pass(Reader reader, List<LoggedPost> posts, Map<Long, List<Long>> readTo) {
        if (!posts.isEmpty()) {
            long last = posts.get(posts.size() - 1).post().seq();
            if (last > reader.place().cursor()) {
                readTo.computeIfAbsent(last, seq -> new ArrayList<>())
                        .add(reader.place().id());
            }
        }
    }

    private static List<LoggedPost> unread(Reader reader, List<LoggedPost> posts) {
        List<LoggedPost> unread = new ArrayList<>(posts.size());
        for (LoggedPost post : posts) {
            if (post.post().seq() > reader.place().cursor()
                    && post.post().author() != reader.place().id()) {
                unread.add(post);
            }
        }
        Instant pause = reader.place().pausedUntil();
        return pause == null ? unread : afterPause(unread, pause);
    }

    /** Of what was released during a pause, only the latest posts follow. */
    private static List<LoggedPost> afterPause(List<LoggedPost> unread, Instant end) {
        int missed = 0;
        while (missed < unread.size() && Packer.released(unread.get(missed)).isBefore(end)) {
            missed++;
        }
        return unread.subList(Math.max(0, missed - Membership.CATCH_UP), unread.size());
    }

    private static List<Body> pack(Sort sort, List<LoggedPost> posts, Spelling spelling, Worth.Count count) {
        List<Packed> texts = Packing.pack(
                posts.stream().map(post -> Unread.of(post, spelling)).toList(), sort.tag(), sort.limits());
        List<Worth> worths = count.of(texts, sort.limits().rules());
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Body(sort.line(), texts.get(i), worths.get(i)))
                .toList();
    }

    private PackingLimits limits(Line line, int joined) {
        return PackingLimits.of(joined, line, accounts.get(line.account()).capabilities());
    }

    /** How a member of several groups on one line is told which one a text comes from, and addresses it. */
    public static String tag(Group group) {
        return "@" + group.name().toUpperCase(Locale.ROOT);
    }
}
