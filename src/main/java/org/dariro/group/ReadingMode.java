package org.dariro.group;

/** How a member gets the group's posts. */
public enum ReadingMode {
    /** Each post as soon as it is released. */
    AT_ONCE,
    /** Posts joined within the group's window. */
    BUNDLED,
    /** Posts joined while that saves segments; the group's window is how late half of them may be. */
    ADAPTIVE,
    /** All that is unread at some hours of the day. */
    DIGEST,
    /** No posts by SMS: the member reads by USSD, and is told now and then that there is something to read. */
    USSD_ONLY
}
