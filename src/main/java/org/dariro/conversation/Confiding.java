package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dariro.group.Aside;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertHistory;
import org.dariro.safeguarding.Ruling;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.ScreeningRecord;
import org.jspecify.annotations.Nullable;

/**
 * A plain text of somebody whom a mentor has lately written to alone. It is an answer to that, and stays between them: the
 * sender is told so, and SEND ALL gives it to the group. Where it was meant for all, one more text puts it right; the other way
 * round, nothing could.
 */
@Component
public class Confiding {
    /** Whoever was told where their texts go is not told again with each of them. */
    private static final Duration TOLD = Duration.ofHours(1);

    private static final Comparator<Membership> LATEST =
            Comparator.comparing(place -> Objects.requireNonNull(place.aside()).at());
    private final Memberships memberships;
    private final Groups groups;
    private final Asking asking;
    private final Posting posting;
    private final PrivateWordDao privateWords;
    private final Answers answers;
    private final Replies replies;
    private final Screener screener;
    private final ScreeningRecord screened;
    private final Safeguard safeguard;
    private final AlertHistory alerts;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Confiding(
            Memberships memberships,
            Groups groups,
            Asking asking,
            Posting posting,
            PrivateWordDao privateWords,
            Answers answers,
            Replies replies,
            Screener screener,
            ScreeningRecord screened,
            Safeguard safeguard,
            AlertHistory alerts,
            InstantSource clock) {
        this.memberships = memberships;
        this.groups = groups;
        this.asking = asking;
        this.posting = posting;
        this.privateWords = privateWords;
        this.answers = answers;
        this.replies = replies;
        this.screener = screener;
        this.screened = screened;
        this.safeguard = safeguard;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Keeps a text that names no group between its sender and the mentors who wrote last; empty when none did lately. */
    Optional<Meaning> hear(Transaction tx, Utterance said) {
        if (said.addressed() != Utterance.Addressed.NOT) {
            return Optional.empty();
        }
        Stream<Membership> unnamed = said.speaker().map(Speaker::place).stream()
                .filter(place ->
                        place.standing() == Standing.NAMING); // what they answer must not become their nickname
        return Stream.concat(asking.placesOn(tx, said.line(), said.member()).stream(), unnamed)
                .filter(posting::isApart)
                .max(LATEST)
                .map(place -> keep(tx, said, at(tx, said, place)));
    }

    private Speaker at(Transaction tx, Utterance said, Membership place) {
        return new Speaker(said.member(), said.line(), place, groups.get(tx, place.groupId()));
    }

    private Meaning keep(Transaction tx, Utterance said, Speaker by) {
        Aside aside = Objects.requireNonNull(by.place().aside());
        Instant told = aside.toldAt();
        boolean tells = told == null || !told.plus(TOLD).isAfter(clock.instant());
        // what shows danger is nothing to send on; nor does anybody write to all who has no nickname yet
        boolean asks = tells
                && !said.ruling().alert()
                && by.place().standing() == Standing.ACTIVE
                && !by.group().closed();
        Posting.Said done = posting.toMentor(tx, by, said.text(), said.ruling(), asks);
        return switch (done) {
            case EMPTY -> answers.unusable(tx, by, "empty-text", Map.of());
            case TOO_LONG -> answers.tooLong(tx, by);
            case PRIVATE_CRISIS -> Meaning.PRIVATE;
            default -> {
                if (asks) {
                    say(tx, by, "private-kept");
                } else if (tells || said.ruling().alert()) {
                    answers.toMentor(tx, by, said.ruling());
                }
                yield Meaning.PRIVATE;
            }
        };
    }

    private void say(Transaction tx, Speaker to, String key) {
        replies.answer(
                tx, to, key, Map.of("mentor", replies.mentor(tx, to.group().id())));
    }

    /**
     * SEND ALL: gives the group the words that the sender was just asked about, screened as any post; plain texts then go to
     * all again. While an alert on the sender is open they do not: a mentor may be asking whether it is safe to talk.
     */
    Meaning sendAll(Transaction tx, Utterance said, Speaker speaker) {
        Membership place = current(tx, speaker);
        Aside aside = place.aside();
        boolean apart = posting.isApart(place);
        boolean stays = apart
                && alerts.isOpen(tx, speaker.member().id(), speaker.group().id());
        Optional<String> words = apart ? offered(tx, aside) : Optional.empty();
        if (aside != null) {
            place = memberships.save(tx, place.apart(stays ? aside.settled() : null));
        }
        if (words.isEmpty()) {
            say(tx, speaker, stays ? "send-all-alone" : "send-all-nothing");
        } else {
            post(tx, said, speaker.as(place), words.get(), stays);
        }
        return Meaning.COMMAND;
    }

    private Membership current(Transaction tx, Speaker speaker) {
        return memberships.of(tx, speaker.member().id()).stream()
                .filter(place -> place.id() == speaker.place().id())
                .findFirst()
                .orElse(speaker.place());
    }

    private Optional<String> offered(Transaction tx, @Nullable Aside aside) {
        return Optional.ofNullable(aside)
                .map(Aside::offered)
                .flatMap(id -> privateWords.find(tx, id))
                .map(PrivateWordDao.PrivateWords::text);
    }

    private void post(Transaction tx, Utterance said, Speaker by, String words, boolean stays) {
        boolean holdsHigh = by.group().holdsHigh();
        Ruling found = screener.rule(words, by.member().language(), by.group().country(), holdsHigh);
        Ruling ruling = safeguard.weigh(tx, by.member(), holdsHigh, found);
        screened.one(tx, "place", by.place().id(), ruling);
        Posting.Said done = posting.post(tx, by, words, ruling, Conversation.floods(said));
        answers.posted(tx, by, ruling, said.verdict(), done);
        if (done == Posting.Said.RELEASED || done == Posting.Said.RELEASED_MASKED) {
            say(tx, by, stays ? "sent-all-once" : "sent-all");
        }
    }
}
