package org.dariro.group;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in one group.
 *
 * <p>Life: invited by a coordinator or by JOIN, given a nickname, active; may pause, stop and start again, or leave.
 * {@link #cursor} is the number of the last post of the group that this person has got, by SMS or by USSD.
 *
 * @param memberId empty for a mentor without a phone
 * @param lineId the line this person texts to, and is texted from
 * @param nickname what the circle reads; null until it is given
 * @param mode what this person has chosen; null for the group's
 * @param pausedUntil nothing is sent before this time; null when not paused
 * @param mutedUntil before this time a mentor reads this person's posts first; null when not muted
 * @param spokeAt when this person last turned to this group: a text of somebody in several groups goes to the latest
 * @param aside the private words between this person and the mentors that a plain text would go on from; null when there
 *     are none, or this person has turned to all again
 */
public record Membership(
        long id,
        long groupId,
        Optional<Long> memberId,
        long lineId,
        Role role,
        Standing standing,
        @Nullable String nickname,
        @Nullable ReadingMode mode,
        @Nullable Instant pausedUntil,
        long cursor,
        Instant spokeAt,
        @Nullable Instant mutedUntil,
        @Nullable Aside aside) {
    /**
     * So many of the latest posts follow a pause or another time without texts: a flood of old ones would cost more than
     * it tells.
     */
    public static final int CATCH_UP = 10;

    /** The nickname, or a neutral dash before there is one. */
    public String name() {
        return nickname == null ? "-" : nickname;
    }

    /** Whether a pause holds at {@code now}. */
    public boolean paused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    /** The reading mode that counts. Whoever wants texts in bundles gets them as the group bundles. */
    public ReadingMode modeIn(Group group) {
        boolean asTheGroupBundles = mode == ReadingMode.BUNDLED && group.mode() == ReadingMode.ADAPTIVE;
        return mode == null || asTheGroupBundles ? group.mode() : mode;
    }

    /** This place with another standing. */
    public Membership with(Standing changed) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                changed,
                nickname,
                mode,
                pausedUntil,
                cursor,
                spokeAt,
                mutedUntil,
                aside);
    }

    /** This place under another nickname. */
    public Membership named(String changed) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                changed,
                mode,
                pausedUntil,
                cursor,
                spokeAt,
                mutedUntil,
                aside);
    }

    /** This place with another reading mode. */
    public Membership reading(ReadingMode changed) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                nickname,
                changed,
                pausedUntil,
                cursor,
                spokeAt,
                mutedUntil,
                aside);
    }

    /** This place paused until a time; null ends the pause. */
    public Membership pausing(@Nullable Instant until) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                nickname,
                mode,
                until,
                cursor,
                spokeAt,
                mutedUntil,
                aside);
    }

    /** This place with the cursor moved on; a cursor never moves back. */
    public Membership readTo(long seq) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                nickname,
                mode,
                pausedUntil,
                Math.max(cursor, seq),
                spokeAt,
                mutedUntil,
                aside);
    }

    /** This place, turned to at a time. */
    public Membership spoke(Instant at) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                nickname,
                mode,
                pausedUntil,
                cursor,
                at,
                mutedUntil,
                aside);
    }

    /** Whether this is the same line. */
    public Membership onLine(long line) {
        return new Membership(
                id,
                groupId,
                memberId,
                line,
                role,
                standing,
                nickname,
                mode,
                pausedUntil,
                cursor,
                spokeAt,
                mutedUntil,
                aside);
    }

    /** This place muted until a time; null ends that. */
    public Membership muting(@Nullable Instant until) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                nickname,
                mode,
                pausedUntil,
                cursor,
                spokeAt,
                until,
                aside);
    }

    /** This place with other private words; null when a plain text goes to all again. */
    public Membership apart(@Nullable Aside changed) {
        return new Membership(
                id,
                groupId,
                memberId,
                lineId,
                role,
                standing,
                nickname,
                mode,
                pausedUntil,
                cursor,
                spokeAt,
                mutedUntil,
                changed);
    }

    /** Whether private words were exchanged after a time, and this person has not turned to all since. */
    public boolean apartSince(Instant time) {
        return aside != null && aside.at().isAfter(time);
    }

    /** Whether a mentor reads this person's posts first at {@code now}. */
    public boolean muted(Instant now) {
        return mutedUntil != null && now.isBefore(mutedUntil);
    }
}
