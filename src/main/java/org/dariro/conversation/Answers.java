package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Ruling;
import org.dariro.safeguarding.Safeguard;

/** What somebody is told, by SMS, of what became of their words. */
@Component
public class Answers {
    private final Replies replies;
    private final Posting posting;
    private final Safeguard safeguard;

    @Inject
    public Answers(Replies replies, Posting posting, Safeguard safeguard) {
        this.replies = replies;
        this.posting = posting;
        this.safeguard = safeguard;
    }

    /** Says what came of words for the group. */
    Meaning posted(Transaction tx, Speaker by, Ruling ruling, SenderWatch.Verdict verdict, Posting.Said done) {
        return switch (done) {
            case RELEASED -> Meaning.POST;
            case RELEASED_MASKED -> {
                replies.answer(tx, by, "masked-notice");
                yield Meaning.POST;
            }
            case HELD, HELD_MASKED -> held(tx, by, ruling, verdict);
            case HELD_CRISIS -> Meaning.HELD;
            case EMPTY -> unusable(tx, by, "empty-text", Map.of());
            case TOO_LONG -> tooLong(tx, by);
            case GROUP_CLOSED -> unusable(tx, by, "group-closed", Map.of());
            case PRIVATE, PRIVATE_CRISIS -> Meaning.PRIVATE;
        };
    }

    private Meaning held(Transaction tx, Speaker by, Ruling ruling, SenderWatch.Verdict verdict) {
        if (ruling.hold() && safeguard.mustNotWait(tx, by.group(), ruling)) {
            replies.answer(tx, by, "held-notice-out-of-cover", Map.of("contacts", contacts(by)));
        } else if (ruling.hold() || posting.isMuted(by)) {
            replies.answer(tx, by, ruling.masked() ? "held-notice-masked" : "held-notice");
        } else if (verdict == SenderWatch.Verdict.FLOOD_BEGINS) {
            replies.answer(tx, by, "flood-notice");
        }
        return Meaning.HELD;
    }

    private String contacts(Speaker by) {
        return safeguard.contacts(by.group(), by.member().language());
    }

    /** Says that the mentors alone get words. */
    void toMentor(Transaction tx, Speaker by, Ruling ruling) {
        String mentor = replies.mentor(tx, by.group().id());
        if (safeguard.mustNotWait(tx, by.group(), ruling)) {
            Map<String, String> values = Map.of("mentor", mentor, "contacts", contacts(by));
            replies.answer(tx, by, "mentor-received-out-of-cover", values);
        } else {
            replies.answer(tx, by, "mentor-received", Map.of("mentor", mentor));
        }
    }

    Meaning tooLong(Transaction tx, Speaker by) {
        return unusable(
                tx,
                by,
                "too-long",
                Map.of("max", Integer.toString(replies.settings().longestText())));
    }

    Meaning unusable(Transaction tx, Speaker by, String key, Map<String, String> values) {
        replies.answer(tx, by, key, values);
        return Meaning.UNUSABLE;
    }
}
