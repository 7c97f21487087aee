package org.dariro.group;

/** How far a person's place in a group has come. Only an {@link #ACTIVE} one gets and writes posts. */
public enum Standing {
    /** Asked for consent, not yet answered. */
    INVITED,
    /** Has consented, still without a nickname. */
    NAMING,
    /** Takes part. */
    ACTIVE,
    /** Has said STOP in this group; holds until START. */
    STOPPED,
    /** Said no to the invitation, or was removed by a mentor. */
    LEFT
}
