package org.dariro.delivery;

/** What a parcel is for. */
public enum Kind {
    /** Posts of the group. */
    GROUP,
    /** Private words of a mentor. */
    MENTOR,
    /** The service's own answers: consent, STOP, HELP. */
    SYSTEM,
    /** A crisis card, or another safeguarding reply. */
    SAFETY
}
