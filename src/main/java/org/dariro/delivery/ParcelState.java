package org.dariro.delivery;

/**
 * Where a parcel stands. {@code READY → SENDING → ACCEPTED → DELIVERED | FAILED}; {@code UNKNOWN} when the carrier's
 * answer was lost. A state only moves forward, except that a parcel which the carrier surely did not take becomes READY
 * again.
 */
public enum ParcelState {
    /** Waits for its time or for room at the carrier. */
    READY(0),
    /** Claimed by a node; written before the first byte goes on the wire. */
    SENDING(1),
    /** May or may not be at the carrier; never sent again blindly. */
    UNKNOWN(2),
    /** At the carrier. */
    ACCEPTED(3),
    /** On the phone. */
    DELIVERED(4),
    /** Will not arrive. */
    FAILED(4);

    private final int progress;

    ParcelState(int progress) {
        this.progress = progress;
    }

    /** Whether a report may move a parcel from this state to {@code next}. */
    boolean mayBecome(ParcelState next) {
        return next.progress > progress;
    }
}
