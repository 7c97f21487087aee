package org.dariro.console.pages;

import java.time.Instant;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.jspecify.annotations.Nullable;

/**
 * The form that lets a mentor read somebody's posts first, or ends that; templates have it as {@code muting}.
 *
 * @param may whether the visitor may do anything here
 * @param until when the mute ends; null for somebody who is not muted
 * @param back the page that follows; empty for that of the member
 */
public record Muting(long place, boolean may, @Nullable Instant until, String back, Entered form) {
    /** The field for the days of a mute. */
    static final String DAYS = "mute-days";
    /** The field for the reason of a mute. */
    static final String WHY = "mute-why";

    private static final String USUAL_DAYS = "3";

    static Muting of(Visit visit, Membership place, Optional<Member> member, Instant now, String back, Entered form) {
        boolean muted = place.muted(now);
        boolean can = muted
                || (place.standing() == Standing.ACTIVE
                        && place.role() == Role.MEMBER
                        && member.filter(one -> !one.stopped()).isPresent());
        return new Muting(
                place.id(),
                can && visit.is("mentor", "coordinator", "administrator"),
                muted ? place.mutedUntil() : null,
                back.isEmpty() ? form.value("to") : back,
                form);
    }

    /** What stands in the field for the days. */
    public String days() {
        return form.value(DAYS).isEmpty() ? USUAL_DAYS : form.value(DAYS);
    }
}
