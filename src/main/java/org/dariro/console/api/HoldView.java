package org.dariro.console.api;

import static org.dariro.console.api.AlertView.or;

import java.time.Instant;
import org.dariro.safeguarding.Hold;
import org.dariro.safeguarding.Safeguard;
import org.jspecify.annotations.Nullable;

/**
 * A post that is or was kept back.
 *
 * @param member the author's place in the group
 * @param reason {@code risk}, {@code unscreened}, {@code flood} or {@code muted}
 * @param decision {@code released} or {@code rejected}; null while it waits
 */
public record HoldView(
        long id,
        long group,
        long member,
        String nickname,
        String text,
        String reason,
        Instant placedAt,
        @Nullable String decision,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {
    static HoldView of(Safeguard.HeldPost held) {
        Hold hold = held.hold();
        return new HoldView(
                hold.id(),
                held.post().post().groupId(),
                held.post().post().author(),
                held.post().nickname(),
                held.post().post().text(),
                hold.reason(),
                hold.placedAt(),
                or(hold.decision()),
                or(hold.decidedAt()),
                or(hold.decidedBy()),
                or(hold.decisionReason()));
    }
}
