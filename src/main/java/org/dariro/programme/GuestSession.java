package org.dariro.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.dariro.group.ReadingMode;

/**
 * A time at which a guest speaks in a group.
 *
 * <p>Life: planned; the group is told; open, when the guest has a voice and texts go at once; ended, when the group reads as
 * before. Or cancelled on the way.
 *
 * @param guest the nickname
 * @param next when it goes on to its next state
 * @param place the guest's, while it is open and after it
 * @param before how the group read until it began
 */
public record GuestSession(
        long id,
        long group,
        String guest,
        Instant begins,
        Instant ends,
        ZoneId zone,
        State state,
        Instant next,
        Optional<Long> place,
        Optional<ReadingMode> before,
        String by) {

    /** How far it is. */
    public enum State {
        PLANNED,
        TOLD,
        OPEN,
        ENDED,
        CANCELLED
    }

    /** Whether something is still to come of it. */
    public boolean live() {
        return state != State.ENDED && state != State.CANCELLED;
    }

    /** Under another nickname, as somebody has taken that one meanwhile. */
    GuestSession named(String nickname) {
        return new GuestSession(id, group, nickname, begins, ends, zone, state, next, place, before, by);
    }

    GuestSession in(State changed, Instant at) {
        return new GuestSession(id, group, guest, begins, ends, zone, changed, at, place, before, by);
    }

    GuestSession opened(long guestPlace, ReadingMode mode) {
        return new GuestSession(
                id, group, guest, begins, ends, zone, State.OPEN, ends, Optional.of(guestPlace), Optional.of(mode), by);
    }
}
