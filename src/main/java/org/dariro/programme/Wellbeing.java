package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.conversation.Luggage;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** What members said about how they are. Nobody can read what somebody answered who was erased. */
@Component
public class Wellbeing implements Luggage {
    private static final int MOST = 200;
    private final WellbeingDao dao;
    private final Members members;

    @Inject
    public Wellbeing(WellbeingDao dao, Members members) {
        this.dao = dao;
        this.members = members;
    }

    /**
     * An answer.
     *
     * @param membership the place of who gave it
     * @param item what was asked: the label of a {@link WellbeingItem}
     * @param value {@link WellbeingItem#LOWEST} to {@link WellbeingItem#HIGHEST}; a low one is the worse
     * @param medium {@code sms} or {@code ussd}
     */
    public record Answer(long membership, String item, int value, Instant askedAt, Instant answeredAt, String medium) {}

    /** What was answered in some groups from a time until before another, in the order of the answers. */
    public List<Answer> answers(Transaction tx, Collection<Long> groups, Instant from, Instant to) {
        return groups.isEmpty() ? List.of() : opened(tx, dao.answered(tx, groups, from, to));
    }

    /** What was asked in a group from a time until before another, and is answered by now, whenever that was. */
    public List<Answer> answersTo(Transaction tx, long group, Instant from, Instant to) {
        return opened(tx, dao.answeredOf(tx, group, from, to));
    }

    /** What somebody answered in a place, the latest question first; of somebody who was erased nothing. */
    public List<Answer> of(Transaction tx, Membership place) {
        return opened(tx, dao.answered(tx, place.id(), MOST));
    }

    /** How many were asked in a round, and how many have answered. */
    public record Round(Instant at, long asked, long answered) {}

    /** The last round of a group; empty before the first. */
    public Optional<Round> last(Transaction tx, WellbeingSettings settings) {
        return settings.lastAt().map(at -> dao.round(tx, settings.group(), at));
    }

    /** Low answers that no mentor has taken up are shown to the mentors of the new group. */
    @Override
    public void carry(Transaction tx, Membership from, Membership to) {
        dao.waiting(tx, from.id()).ifPresent(since -> {
            dao.low(tx, from.id(), from.groupId(), Optional.empty());
            dao.low(tx, to.id(), to.groupId(), Optional.of(since));
        });
    }

    /** Forgets what somebody was asked in a place, and how they answered. */
    void forget(Transaction tx, long membership) {
        dao.forget(tx, membership);
    }

    private List<Answer> opened(Transaction tx, List<WellbeingDao.Asked> asked) {
        Map<Long, Member> who =
                members.get(tx, asked.stream().map(WellbeingDao.Asked::member).collect(Collectors.toSet()));
        return asked.stream()
                .flatMap(one -> Optional.ofNullable(who.get(one.member()))
                        .flatMap(member -> one.value(member.key()))
                        .map(value -> new Answer(
                                one.membership(),
                                one.item(),
                                value,
                                one.askedAt(),
                                one.answeredAt().orElseThrow(),
                                Objects.requireNonNull(one.medium())))
                        .stream())
                .toList();
    }
}
