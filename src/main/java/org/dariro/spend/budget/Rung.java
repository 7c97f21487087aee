package org.dariro.spend.budget;

import java.time.Duration;
import java.util.Optional;

/**
 * How slowly a group reads so that its money lasts; the fastest first. A rung only slows down: who has chosen to read slower
 * keeps to that.
 */
public enum Rung {
    /** As the group and its members have chosen. */
    CHOSEN(Optional.empty()),
    /** Posts wait while that saves; half of them come within three minutes. */
    THREE_MINUTES(Optional.of(Duration.ofMinutes(3))),
    /** The same; half of them come within a quarter of an hour. */
    QUARTER_HOUR(Optional.of(Duration.ofMinutes(15))),
    /** All that is new at some hours of the day. */
    DIGEST(Optional.empty()),
    /** No posts by SMS: members dial to read. */
    USSD(Optional.empty());

    private final Optional<Duration> window;

    Rung(Optional<Duration> window) {
        this.window = window;
    }

    /** How late half of the posts may be; empty where no window says so. */
    public Optional<Duration> window() {
        return window;
    }

    /** The next slower one; this one when there is none. */
    public Rung slower() {
        return switch (this) {
            case CHOSEN -> THREE_MINUTES;
            case THREE_MINUTES -> QUARTER_HOUR;
            case QUARTER_HOUR -> DIGEST;
            case DIGEST, USSD -> USSD;
        };
    }

    /** The next faster one; this one when there is none. */
    public Rung faster() {
        return switch (this) {
            case CHOSEN, THREE_MINUTES -> CHOSEN;
            case QUARTER_HOUR -> THREE_MINUTES;
            case DIGEST -> QUARTER_HOUR;
            case USSD -> DIGEST;
        };
    }

    /** The slower of the two. */
    public Rung or(Rung other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What members notice of it: a talk, texts at some hours, or nothing by SMS. */
    public Pace pace() {
        return switch (this) {
            case CHOSEN, THREE_MINUTES, QUARTER_HOUR -> Pace.TALK;
            case DIGEST -> Pace.DIGEST;
            case USSD -> Pace.DIAL;
        };
    }

    /** What a group is told of: smaller changes nobody needs to hear about. */
    public enum Pace {
        /** Texts come soon. */
        TALK,
        /** Texts come at some hours of the day. */
        DIGEST,
        /** To read, one dials. */
        DIAL
    }
}
