package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Pricing;
import org.dariro.gateways.api.Capabilities;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Messages;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves people off a line that is down: to the cheapest healthy line of their group that reaches them. What surely was not
 * taken goes with them, what may be at the carrier stays, and each is told from which number the group writes now, unless
 * that is where its last text came from. They stay there when the old line is well again, until they text it. Where a budget has too
 * little for what the waiting texts of somebody cost more there, they stay and wait, unless they are in danger.
 *
 * <p>Setting: {@code DARIRO_LINE_FAILOVER_SECONDS} (120; 0 to 86,400), for which an account is down before its people
 * move. Somebody for whom a crisis card waits moves at once.
 */
@Component
public class Failover {
    private static final Logger LOG = LoggerFactory.getLogger(Failover.class);
    private final Database database;
    private final FailoverDao dao;
    private final Accounts accounts;
    private final Lines lines;
    private final GroupLines groupLines;
    private final Pricing pricing;
    private final Health health;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Outbox outbox;
    private final Dispatch dispatch;
    private final Transfers transfers;
    private final Messages messages;
    private final Webhooks webhooks;
    private final InstantSource clock;
    private final Duration patience;
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    @Inject
    public Failover(
            Database database,
            FailoverDao dao,
            Accounts accounts,
            Lines lines,
            GroupLines groupLines,
            Pricing pricing,
            Health health,
            Groups groups,
            Memberships memberships,
            Members members,
            Outbox outbox,
            Dispatch dispatch,
            Transfers transfers,
            Messages messages,
            Webhooks webhooks,
            InstantSource clock,
            Settings settings) {
        this.database = database;
        this.dao = dao;
        this.accounts = accounts;
        this.lines = lines;
        this.groupLines = groupLines;
        this.pricing = pricing;
        this.health = health;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.outbox = outbox;
        this.dispatch = dispatch;
        this.transfers = transfers;
        this.messages = messages;
        this.webhooks = webhooks;
        this.clock = clock;
        patience = Duration.ofSeconds(settings.number("DARIRO_LINE_FAILOVER_SECONDS", 120, 0, 86_400));
    }

    /** Looks at all accounts, and does what the state of each asks for; to be called every few seconds. */
    public void turn() {
        health.look();
        for (Account account : accounts.all()) {
            Health.Condition condition = health.of(account.id());
            tell(account.id(), condition);
            List<Long> own = lines.at(account.id()).stream().map(Line::id).toList();
            if (own.isEmpty() || condition.state() == Health.State.CLOSED) {
                continue;
            }
            if (condition.state() == Health.State.HALF_OPEN) {
                letTry(own);
            } else {
                boolean all = !condition.since().plus(patience).isAfter(clock.instant());
                move(account.id(), own, all);
            }
        }
    }

    /** Other systems are told once that an account is down. */
    private void tell(String account, Health.Condition condition) {
        if (condition.state() == Health.State.CLOSED) {
            down.remove(account);
        } else if (condition.state() == Health.State.OPEN && down.add(account)) {
            database.useTransaction(tx -> webhooks.tell(
                    tx,
                    Event.of(Event.Type.ACCOUNT_DOWN, clock.instant())
                            .with("account", account)
                            .with("since", condition.since())));
        }
    }

    /** When the next turn may have something to do; empty while all accounts are well. */
    public Optional<Instant> next() {
        return accounts.all().stream()
                .map(account -> health.of(account.id()))
                .filter(condition -> condition.state() != Health.State.CLOSED)
                .flatMap(condition -> Stream.of(Optional.of(condition.since().plus(patience)), condition.triedAt()))
                .flatMap(Optional::stream)
                .filter(time -> time.isAfter(clock.instant()))
                .min(Instant::compareTo);
    }

    /** One text may try: it must not be one that waits for its tenth attempt in ten minutes. */
    private void letTry(List<Long> own) {
        int hurried = database.inTransaction(tx -> dao.hurry(tx, own, clock.instant()));
        if (hurried > 0) {
            dispatch.wake();
        }
    }

    private void move(String account, List<Long> own, boolean all) {
        Set<Long> inDanger = Set.copyOf(database.inTransaction(tx -> dao.inDanger(tx, own)));
        if (!all && inDanger.isEmpty()) {
            return;
        }
        int followed = 0;
        int moved = 0;
        for (long group : database.inTransaction(tx -> memberships.groupsOn(tx, own))) {
            try {
                moved += database.inTransaction(tx -> move(tx, group, own, all, inDanger));
            } catch (RuntimeException e) {
                LOG.error("Nobody of group {} could be moved; tried again: {}", group, Faults.describe(e));
            }
        }
        followed += database.inTransaction(tx -> redirectCards(tx, own)); // of those who cannot move
        // an answer that came late, and was one of surely not taken
        for (long group : database.inTransaction(tx -> dao.followed(tx, own))) {
            try {
                followed += database.inTransaction(tx -> follow(tx, group, own));
            } catch (RuntimeException e) {
                LOG.error("What waits for group {} could not follow; tried again: {}", group, Faults.describe(e));
            }
        }
        if (moved + followed > 0) {
            LOG.warn("Account {} is down: {} people were moved to other lines", account, moved);
            dispatch.wake();
        }
    }

    /** Whoever cannot move (they have quiet, have left, are in no group) gets their crisis card by any line that is well. */
    private int redirectCards(Transaction tx, List<Long> own) {
        int moved = 0;
        for (Transfers.Waiting card : dao.cards(tx, own)) {
            Optional<Member> member = members.get(tx, card.member());
            Optional<Line> line = member.flatMap(known -> wellFor(tx, card.group(), known));
            if (line.isPresent() && transfers.move(tx, List.of(card), member.orElseThrow(), line.get(), true)) {
                moved++;
            }
        }
        return moved;
    }

    /** What waits on some lines for people who are elsewhere follows them, where the budgets have enough for that. */
    private int follow(Transaction tx, long group, List<Long> own) {
        List<FailoverDao.Follower> followers = dao.followers(tx, group, own);
        Map<Long, Member> known = members.get(
                tx,
                followers.stream().map(one -> one.parcel().member()).distinct().toList());
        int moved = 0;
        for (FailoverDao.Follower one : followers) {
            Member member = known.get(one.parcel().member());
            if (member != null && transfers.move(tx, List.of(one.parcel()), member, lines.get(one.to()), false)) {
                moved++;
            }
        }
        return moved;
    }

    private Optional<Line> wellFor(Transaction tx, long group, Member member) {
        Stream<Line> ofGroup = group == 0 ? Stream.of() : pricing.inOrder(tx, groups.get(tx, group), member).stream();
        return Stream.concat(ofGroup, lines.all().stream().filter(line -> pricing.reaches(line, member)))
                .filter(this::isWell)
                .findFirst();
    }

    /** Moves those of one group for whom another line is well; tells how many. */
    private int move(Transaction tx, long groupId, List<Long> own, boolean all, Set<Long> inDanger) {
        Group group = groups.get(tx, groupId);
        boolean elsewhere = groupLines.of(tx, group).stream().anyMatch(this::isWell);
        if (group.closed() || !elsewhere) {
            return 0;
        }
        List<Membership> places = memberships.lockOn(tx, groupId, own).stream()
                .filter(place -> all || inDanger.contains(place.memberId().orElseThrow()))
                .toList();
        Map<Long, Member> known = members.get(
                tx, places.stream().map(place -> place.memberId().orElseThrow()).toList());
        Map<Long, FailoverDao.Load> loads = known.isEmpty() ? Map.of() : dao.loads(tx, known.keySet(), own);
        Map<Long, Long> heardFrom = known.isEmpty() ? Map.of() : dao.lastLines(tx, groupId, own);
        Map<Long, List<Transfers.Waiting>> waiting = known.isEmpty() ? Map.of() : dao.waiting(tx, groupId, own);
        Map<Membership, Line> moved = new LinkedHashMap<>();
        for (Membership place : places) {
            Member member = known.get(place.memberId().orElseThrow());
            FailoverDao.Load load = loads.getOrDefault(place.memberId().orElseThrow(), FailoverDao.Load.NONE);
            if (member != null && mayMove(place, member, load)) {
                pricing.inOrder(tx, group, member).stream()
                        .filter(line -> isWell(line) && carries(line, load))
                        .findFirst()
                        .filter(line -> transfers.move(
                                tx,
                                waiting.getOrDefault(member.id(), List.of()),
                                member,
                                line,
                                inDanger.contains(member.id())))
                        .ifPresent(line -> moved.put(place, line));
            }
        }
        if (!moved.isEmpty()) {
            moved.forEach((place, line) -> memberships.save(tx, place.onLine(line.id())));
            moved.forEach((place, line) -> {
                long member = place.memberId().orElseThrow();
                if (place.standing() != Standing.INVITED
                        && !heardFrom.getOrDefault(member, -1L).equals(line.id())) {
                    tell(tx, group, known.get(member), line);
                }
            });
        }
        return moved.size();
    }

    private boolean isWell(Line line) {
        return accounts.find(line.account()).isPresent()
                && health.of(line.account()).state() == Health.State.CLOSED;
    }

    /**
     * Not while something of theirs is on the wire: it may come back, and would be overtaken. Who wants quiet has it. Who was
     * invited and has been asked may answer where the question came from.
     */
    private boolean mayMove(Membership place, Member member, FailoverDao.Load load) {
        return !load.onTheWire()
                && !member.stopped()
                && !place.paused(clock.instant())
                && (place.standing() != Standing.INVITED || load.waits());
    }

    private boolean carries(Line line, FailoverDao.Load load) {
        Capabilities can = accounts.get(line.account()).capabilities();
        int most = can.joinedMessages() ? can.maxSegments() : 1;
        return load.segments() <= most && (can.unicode() || !load.unicode());
    }

    private void tell(Transaction tx, Group group, @Nullable Member member, Line line) {
        if (member != null) {
            String text = messages.text(member.language(), "line-moved", Map.of("group", group.name()));
            outbox.send(tx, line, member, group.id(), Kind.SYSTEM, text);
        }
    }
}
