package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.dariro.group.Aside;
import org.dariro.group.GroupLog;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Post;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Ruling;
import org.dariro.safeguarding.Safeguard;

/** Says something: to the group, or to the mentor alone. The same for SMS and USSD; only the answer differs. */
@Component
public class Posting {
    private final GroupLog log;
    private final Memberships memberships;
    private final Safeguard safeguard;
    private final PrivateWordDao privateWords;
    private final WaitingWords waiting;
    private final ConversationSettings settings;
    private final InstantSource clock;

    @Inject
    public Posting(
            GroupLog log,
            Memberships memberships,
            Safeguard safeguard,
            PrivateWordDao privateWords,
            WaitingWords waiting,
            ConversationSettings settings,
            InstantSource clock) {
        this.log = log;
        this.memberships = memberships;
        this.safeguard = safeguard;
        this.privateWords = privateWords;
        this.waiting = waiting;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of words. */
    public enum Said {
        /** The group gets them. */
        RELEASED,
        /** The group gets them, with contact details masked. */
        RELEASED_MASKED,
        /** A mentor reads them first. */
        HELD,
        /** A mentor reads them first; contact details are masked. */
        HELD_MASKED,
        /** A mentor reads them first, and the crisis card or the contacts are on their way. */
        HELD_CRISIS,
        /** The mentor gets them. */
        PRIVATE,
        /** The mentor gets them, and the crisis card is on its way. */
        PRIVATE_CRISIS,
        EMPTY,
        TOO_LONG,
        GROUP_CLOSED
    }

    /**
     * Posts to the group, or holds the post.
     *
     * @param flooding whether the sender writes so much that a mentor looks first
     */
    public Said post(Transaction tx, Speaker by, String text, Ruling ruling, boolean flooding) {
        if (by.group().closed()) {
            return unshared(tx, by, text, ruling, Said.GROUP_CLOSED);
        } else if (text.isBlank()) {
            return Said.EMPTY;
        } else if (text.length() > settings.longestText()) {
            return unshared(tx, by, text, ruling, Said.TOO_LONG);
        }
        if (memberships.of(tx, by.member().id()).size() > 1) {
            memberships.spoke(tx, by.place()); // their next text goes here too
        }
        String original = ruling.masked() ? text : null;
        boolean muted = isMuted(by);
        Post post;
        if (ruling.hold() || flooding || muted) {
            post = log.hold(tx, by.place(), by.member().key(), ruling.text(), original);
            safeguard.hold(tx, post, ruling.hold() ? ruling.holdReason() : muted ? "muted" : "flood");
        } else {
            post = log.append(tx, by.place(), by.member().key(), ruling.text(), original);
        }
        safeguard.tag(tx, post, ruling);
        if (ruling.alert()) {
            safeguard.raise(tx, by.member(), by.place(), "post", post.id(), ruling, text);
        }
        boolean card = safeguard.answer(tx, by.member(), by.line(), by.group(), ruling);
        if (post.state() == Post.State.HELD) {
            return card ? Said.HELD_CRISIS : ruling.masked() ? Said.HELD_MASKED : Said.HELD;
        }
        return ruling.masked() ? Said.RELEASED_MASKED : Said.RELEASED;
    }

    /** Whether a mentor reads first what this person posts. */
    boolean isMuted(Speaker by) {
        return by.place().muted(clock.instant());
    }

    /** Somebody in danger is heard, also where their words go no further. */
    private Said unshared(Transaction tx, Speaker by, String text, Ruling ruling, Said said) {
        heed(tx, by, text, ruling, "text");
        return said;
    }

    /** Writes to the mentor alone: never held, alerts are raised all the same. */
    public Said toMentor(Transaction tx, Speaker by, String text, Ruling ruling) {
        return toMentor(tx, by, text, ruling, false);
    }

    /**
     * Writes to the mentor alone.
     *
     * @param asks whether the sender is asked if all should get the words
     */
    Said toMentor(Transaction tx, Speaker by, String text, Ruling ruling, boolean asks) {
        if (text.isBlank()) {
            return Said.EMPTY;
        } else if (text.length() > settings.longestText()) {
            return unshared(tx, by, text, ruling, Said.TOO_LONG);
        }
        long words = privateWords.insert(tx, by.place(), by.member().key(), text);
        Membership place = current(tx, by);
        Aside aside = place.aside();
        if (aside != null && isApart(place)) {
            Instant now = clock.instant();
            memberships.save(tx, place.apart(asks ? aside.asked(now, words) : aside.answered(now)));
        }
        boolean card = heed(tx, by, text, ruling, "private");
        waiting.tell(tx, place, words);
        return card ? Said.PRIVATE_CRISIS : Said.PRIVATE;
    }

    /** A speaker's place as this transaction knows it by now: texts that come together may change it one after another. */
    private Membership current(Transaction tx, Speaker by) {
        return memberships.of(tx, by.member().id()).stream()
                .filter(place -> place.id() == by.place().id())
                .findFirst()
                .orElse(by.place());
    }

    /** Whether mentors and somebody have written to each other alone so lately that a plain text goes on from it. */
    boolean isApart(Membership place) {
        return place.apartSince(clock.instant().minus(settings.privateTime()));
    }

    /** Raises the alert and sends the card that words call for which nobody else will read; tells whether a card goes. */
    public boolean heed(Transaction tx, Speaker by, String text, Ruling ruling, String source) {
        if (ruling.alert()) {
            safeguard.raise(tx, by.member(), by.place(), source, null, ruling, text);
        }
        return safeguard.answer(tx, by.member(), by.line(), by.group(), ruling) && ruling.crisisCard();
    }
}
