package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Purses;
import org.dariro.spend.budget.Rung;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who read by USSD that there is something to read: an hour after the first post that they were not told of, so
 * that one text speaks of several, and a few times a day at most.
 */
@Component
public class Nudging {
    private static final Duration GATHERING = Duration.ofHours(1);

    private final NudgeDao dao;
    private final Groups groups;
    private final Members members;
    private final Lines lines;
    private final Outbox outbox;
    private final Messages messages;
    private final InstantSource clock;
    private final Fares fares;
    private final int most;

    @Inject
    public Nudging(
            NudgeDao dao,
            Groups groups,
            Members members,
            Lines lines,
            Outbox outbox,
            Messages messages,
            Fares fares,
            InstantSource clock,
            Settings settings) {
        this.dao = dao;
        this.groups = groups;
        this.members = members;
        this.lines = lines;
        this.outbox = outbox;
        this.messages = messages;
        this.fares = fares;
        this.clock = clock;
        most = ReadingSettings.of(settings).nudges();
    }

    /**
     * Tells those in some groups whose time has come; for each group with others, when the next one's will.
     *
     * @param held pays; who cannot be told for want of money is told when there is some
     */
    Map<Long, Instant> nudge(Transaction tx, Collection<Long> groupIds, Map<Long, Purses.Held> held) {
        Map<Long, Instant> next = new HashMap<>();
        if (most == 0 || groupIds.isEmpty()) {
            return next;
        }
        Instant now = clock.instant();
        List<NudgeDao.Unaware> unaware = dao.unaware(
                tx,
                groupIds,
                groupIds.stream()
                        .filter(group -> rung(held, group) == Rung.USSD)
                        .toList());
        Map<Long, Member> known =
                members.get(tx, unaware.stream().map(NudgeDao.Unaware::memberId).toList());
        for (NudgeDao.Unaware one : unaware) {
            Member member = known.get(one.memberId());
            Line line = lines.get(one.lineId());
            if (member == null || member.stopped() || line.serviceCode().isEmpty()) {
                continue;
            }
            Instant due = due(one);
            if (due.isAfter(now)) {
                next.merge(one.groupId(), due, (a, b) -> a.isBefore(b) ? a : b);
            } else {
                tell(tx, one, member, line, now, held);
            }
        }
        return next;
    }

    private Instant due(NudgeDao.Unaware one) {
        Instant gathered = one.since().plus(GATHERING);
        Instant told = one.toldAt();
        Instant spaced = told == null ? gathered : told.plus(Duration.ofDays(1).dividedBy(most));
        return spaced.isAfter(gathered) ? spaced : gathered;
    }

    private static Rung rung(Map<Long, Purses.Held> held, long group) {
        Purses.Held money = held.get(group);
        return money == null ? Rung.CHOSEN : money.rung();
    }

    private boolean paid(Transaction tx, Purses.@Nullable Held money, Line line, Member to, String text) {
        return money == null
                || money.currency().isEmpty()
                || fares.cost(
                                tx,
                                line.id(),
                                to,
                                outbox.segments(line, text),
                                money.currency().get())
                        .map(money.purse()::take)
                        .orElse(false);
    }

    private void tell(
            Transaction tx, NudgeDao.Unaware one, Member member, Line line, Instant now, Map<Long, Purses.Held> held) {
        Group group = groups.get(tx, one.groupId());
        String text = messages.text(
                member.language(),
                "nudge",
                Map.of("group", group.name(), "count", Long.toString(one.unread()), "code", line.serviceCode()));
        if (!paid(tx, held.get(group.id()), line, member, text)) {
            return;
        }
        outbox.send(tx, line, member, group.id(), Kind.GROUP, text); // posts' money pays for it
        dao.told(tx, one.membershipId(), one.lastSeq(), now);
    }
}
