package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dariro.conversation.Command;
import org.dariro.conversation.Meaning;
import org.dariro.conversation.Posting;
import org.dariro.conversation.SenderWatch;
import org.dariro.conversation.Speaker;
import org.dariro.conversation.Utterance;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.ussd.Questions;

/**
 * Takes answers to questions about how members are: a text that is one digit, or a digit on the screen of the question, while
 * it is open. A text that is taken goes to nobody else.
 * The first answer of somebody is thanked for, so that they know who reads it, and so is one that mentors are shown; others
 * cost no text.
 */
@Component
public class WellbeingAnswers implements Questions {
    /** How long a question may be answered. */
    public static final Duration OPEN = Duration.ofDays(2);

    /** How long another digit puts right the one before it, rather than going to the group. */
    private static final Duration SECOND_THOUGHT = Duration.ofHours(1);

    private static final Pattern DIGIT = Pattern.compile("\\s*(?:@\\S+\\s+)?([1-5])[\\s.!]*");
    private final WellbeingDao dao;
    private final Groups groups;
    private final Memberships memberships;
    private final Posting posting;
    private final Outbox outbox;
    private final Messages messages;
    private final InstantSource clock;

    @Inject
    public WellbeingAnswers(
            WellbeingDao dao,
            Groups groups,
            Memberships memberships,
            Posting posting,
            Outbox outbox,
            Messages messages,
            InstantSource clock) {
        this.dao = dao;
        this.groups = groups;
        this.memberships = memberships;
        this.posting = posting;
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    /** Takes a text, which was screened, as an answer; empty when it is none, and goes its usual way. */
    public Optional<Meaning> hear(Transaction tx, Utterance said) {
        Optional<Integer> value = digit(said);
        if (value.isEmpty() || said.speaker().isEmpty()) {
            return Optional.empty();
        }
        Speaker speaker = said.speaker().get();
        return question(tx, said, speaker).map(question -> {
            boolean card = posting.heed(tx, speaker, said.text(), said.ruling(), "text");
            Taken taken = take(tx, speaker.member(), question, value.get(), "sms");
            if (!card) { // which says more than thanks
                thank(tx, speaker, question, taken);
            }
            return Meaning.ANSWER;
        });
    }

    private static Optional<Integer> digit(Utterance said) {
        boolean words = said.asked() instanceof Command.Post
                || said.asked() instanceof Command.Consent // "1", where somebody was invited
                || said.asked() instanceof Command.Decline; // "2"
        boolean loops = said.verdict() == SenderWatch.Verdict.LOOP_BEGINS || said.verdict() == SenderWatch.Verdict.LOOP;
        boolean addressed = said.addressed() == Utterance.Addressed.TO_NOBODY;
        Matcher matcher = DIGIT.matcher(said.text());
        return words && !loops && !addressed && !said.member().stopped() && matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                : Optional.empty();
    }

    /** The latest open question; the one that was just answered when there is none, or an older one. */
    private Optional<WellbeingDao.Asked> question(Transaction tx, Utterance said, Speaker speaker) {
        boolean invited = speaker.place().standing() == Standing.INVITED;
        if (speaker.place().standing() != Standing.ACTIVE && !invited) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean named = said.addressed() == Utterance.Addressed.TO_A_GROUP;
        Set<Long> places = places(tx, said);
        List<WellbeingDao.Asked> open = dao.asked(tx, said.member().id(), now.minus(OPEN)).stream()
                .filter(one -> places.contains(one.membership()))
                .filter(one -> !named || one.group() == speaker.group().id())
                .filter(one -> !invited // what was asked of them last is what they answer
                        || one.askedAt().isAfter(speaker.place().spokeAt()))
                .toList();
        Optional<WellbeingDao.Asked> unanswered =
                open.stream().filter(one -> one.answeredAt().isEmpty()).findFirst();
        return open.stream()
                .filter(one -> answeredAt(one).isAfter(now.minus(SECOND_THOUGHT)))
                .max(Comparator.comparing(WellbeingAnswers::answeredAt))
                .filter(just -> unanswered
                        .filter(one -> !one.askedAt().isBefore(just.askedAt()))
                        .isEmpty())
                .or(() -> unanswered);
    }

    private static Instant answeredAt(WellbeingDao.Asked question) {
        return question.answeredAt().orElse(Instant.MIN);
    }

    /** Where somebody takes part on the line of a text, in groups that have not ended: mentors are shown no others. */
    private Set<Long> places(Transaction tx, Utterance said) {
        return memberships.of(tx, said.member().id()).stream()
                .filter(place -> place.standing() == Standing.ACTIVE
                        && place.lineId() == said.line().id())
                .filter(place -> !groups.get(tx, place.groupId()).closed())
                .map(Membership::id)
                .collect(Collectors.toSet());
    }

    /**
     * What came of an answer.
     *
     * @param first whether it is the first of this person in this place, and puts none right
     * @param noted whether mentors are shown it
     * @param before whether they were shown the answer that it puts right
     */
    private record Taken(boolean first, boolean noted, boolean before) {}

    /** Keeps an answer, and whether a mentor might take it up. */
    private Taken take(Transaction tx, Member member, WellbeingDao.Asked question, int value, String medium) {
        Optional<Integer> before = question.value(member.key());
        dao.answer(tx, question.id(), member.key(), value, clock.instant(), medium);
        List<Integer> latest = dao.answered(tx, question.membership(), 2).stream()
                .flatMap(one -> one.value(member.key()).stream())
                .toList();
        Optional<Integer> last = latest.stream().skip(1).findFirst();
        boolean worries = worries(latest.get(0), last);
        dao.low(tx, question.membership(), question.group(), worries ? Optional.of(clock.instant()) : Optional.empty());
        return new Taken(
                before.isEmpty() && last.isEmpty(),
                worries,
                before.filter(one -> worries(one, last)).isPresent());
    }

    private static boolean worries(int value, Optional<Integer> last) {
        return value == WellbeingItem.LOWEST
                || (isLow(value) && last.filter(WellbeingAnswers::isLow).isPresent());
    }

    private void thank(Transaction tx, Speaker speaker, WellbeingDao.Asked question, Taken taken) {
        if (taken.noted() && !taken.before()) {
            Collection<Membership> places = memberships.of(tx, speaker.member().id());
            places.stream()
                    .filter(place -> places.size() > 1 && place.id() == question.membership())
                    .forEach(place -> memberships.spoke(tx, place)); // MENTOR goes there
            say(tx, speaker, question.group(), "wellbeing-low");
        } else if (taken.first() && !taken.noted()) {
            say(tx, speaker, question.group(), "wellbeing-thanks");
        }
    }

    @Override
    public Optional<String> open(Transaction tx, Speaker speaker) {
        return unanswered(tx, speaker).map(question -> "wellbeing-" + question.item());
    }

    private Optional<WellbeingDao.Asked> unanswered(Transaction tx, Speaker speaker) {
        if (speaker.place().standing() != Standing.ACTIVE || speaker.group().closed()) {
            return Optional.empty();
        }
        return dao.asked(tx, speaker.member().id(), clock.instant().minus(OPEN)).stream()
                .filter(one -> one.membership() == speaker.place().id())
                .filter(one -> one.answeredAt().isEmpty())
                .findFirst();
    }

    @Override
    public Optional<String> answer(Transaction tx, Speaker speaker, int digit) {
        return unanswered(tx, speaker)
                .map(question -> take(tx, speaker.member(), question, digit, "ussd"))
                .map(taken -> taken.noted() ? "ussd-answered-low" : "wellbeing-thanks");
    }

    private static boolean isLow(int value) {
        return value <= WellbeingItem.LOW;
    }

    private void say(Transaction tx, Speaker to, long group, String key) {
        outbox.send(
                tx,
                to.line(),
                to.member(),
                group,
                Kind.SYSTEM,
                messages.text(to.member().language(), key, Map.of()));
    }
}
