package org.dariro.console.api;

import static org.dariro.console.api.AlertView.or;

import java.time.Instant;
import java.util.List;
import org.dariro.group.Membership;
import org.dariro.group.Post;
import org.dariro.programme.Attention;
import org.jspecify.annotations.Nullable;

/** Members who answered low; posts without an answer, a newcomer's first one before all; and members who have been silent. */
public record AttentionView(List<LowView> low, List<UnansweredView> unanswered, List<SilentView> silent) {
    /**
     * Somebody who answered very low, or low twice in a row, how they are.
     *
     * @param since when they answered
     */
    public record LowView(long group, long member, String nickname, Instant since) {}

    /**
     * A post that waits for an answer.
     *
     * @param first whether it is its author's first: then a mentor's word is wanted
     */
    public record UnansweredView(
            long group, long seq, long member, String nickname, String text, Instant writtenAt, boolean first) {}

    /**
     * Somebody who has been silent.
     *
     * @param since when they were enrolled
     * @param lastWrote absent for somebody who never has
     */
    public record SilentView(
            long group,
            long member,
            String nickname,
            Instant since,
            @Nullable Instant lastWrote) {}

    static AttentionView of(Attention.Wanted wanted) {
        return new AttentionView(
                wanted.low().stream().map(AttentionView::low).toList(),
                wanted.unanswered().stream().map(AttentionView::unanswered).toList(),
                wanted.silent().stream().map(AttentionView::silent).toList());
    }

    private static UnansweredView unanswered(Attention.Unanswered one) {
        Post post = one.post().post();
        return new UnansweredView(
                post.groupId(),
                post.seq(),
                post.author(),
                one.post().nickname(),
                post.text(),
                post.writtenAt(),
                one.first());
    }

    private static LowView low(Attention.Low one) {
        Membership place = one.place();
        return new LowView(place.groupId(), place.id(), place.name(), one.since());
    }

    private static SilentView silent(Attention.Silent one) {
        Membership place = one.place();
        return new SilentView(place.groupId(), place.id(), place.name(), one.since(), or(one.last()));
    }
}
