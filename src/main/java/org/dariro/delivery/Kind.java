package org.dariro.delivery;

/** What a parcel is for; the most pressing first. */
public enum Kind {
    /** A crisis card, or another safeguarding reply: waits behind nothing. */
    SAFETY,
    /** The service's own answers: consent, STOP, HELP. */
    SYSTEM,
    /** Words of a mentor at work on an alert. */
    CARE,
    /** Other private words of a mentor. */
    MENTOR,
    /** Posts of the group. */
    GROUP;

    /** Whether it goes out beyond a day's limit, and has room where others wait. */
    boolean presses() {
        return this == SAFETY || this == SYSTEM || this == CARE;
    }
}
