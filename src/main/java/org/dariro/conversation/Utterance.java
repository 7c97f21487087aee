package org.dariro.conversation;

import java.util.Optional;
import org.dariro.gateway.Line;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.safeguarding.Ruling;

/**
 * A text as the conversation gets it: whose it is, what it asks for, and what screening ruled.
 *
 * @param speaker the place it is said from; empty when the person is in no group on this line
 * @param text what was written, cleaned of control characters
 * @param asked what its words ask for
 * @param addressed whether the text named its group ({@code @HOPE ...}), and whether there is one of that name
 */
public record Utterance(
        Member member,
        Line line,
        Optional<Speaker> speaker,
        String text,
        Command asked,
        Addressed addressed,
        Ruling ruling,
        SenderWatch.Verdict verdict) {

    /** How a text names its group. */
    public enum Addressed {
        /** It does not. */
        NOT,
        /** By the name of one of the person's groups. */
        TO_A_GROUP,
        /** By a name that is none of them. */
        TO_NOBODY
    }

    /** This, ruled on anew. */
    Utterance with(Ruling changed) {
        return changed.equals(ruling)
                ? this
                : new Utterance(member, line, speaker, text, asked, addressed, changed, verdict);
    }

    /** Whether whoever wrote has said STOP, to the group or to everything. */
    boolean isStopped() {
        return member.stopped()
                || speaker.filter(one -> one.place().standing() == Standing.STOPPED)
                        .isPresent();
    }
}
