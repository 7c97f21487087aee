package org.dariro.console.api;

import java.time.Instant;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.member.Network;
import org.jspecify.annotations.Nullable;

/**
 * A person in a group, never with the number.
 *
 * @param id the place in this group; the same person has another in another group
 * @param standing {@code invited}, {@code naming}, {@code active}, {@code stopped} or {@code left}
 * @param mode the reading mode that the person has chosen; null for the group's
 * @param language null without a phone
 * @param phone whether there is a number
 * @param stoppedAll whether STOP ALL holds
 * @param mutedUntil until when a mentor reads this person's posts first, or did
 * @param line the id of the line this person is written from
 * @param network what staff noted of a ported number; null to go by its prefix
 * @param readTo the number of the last post that this person has got
 */
public record MemberView(
        long id,
        @Nullable String nickname,
        String role,
        String standing,
        @Nullable String mode,
        @Nullable String language,
        boolean phone,
        boolean stoppedAll,
        @Nullable Instant pausedUntil,
        @Nullable Instant mutedUntil,
        long line,
        @Nullable String network,
        long readTo) {
    static MemberView of(Membership place, Optional<Member> member) {
        return new MemberView(
                place.id(),
                place.nickname(),
                Fields.label(place.role()),
                Fields.label(place.standing()),
                place.mode() == null ? null : Fields.label(place.mode()),
                member.isPresent() ? member.get().language() : null,
                member.isPresent(),
                member.filter(Member::stopped).isPresent(),
                place.pausedUntil(),
                place.mutedUntil(),
                place.lineId(),
                member.flatMap(Member::network).map(Network::code).orElse(null),
                place.cursor());
    }
}
