package org.dariro.group;

/** How a member gets the group's posts. */
public enum ReadingMode {
    /** Each post as soon as it is released. */
    AT_ONCE,
    /** Posts joined within the group's window. */
    BUNDLED,
    /** Nothing by SMS: the member reads by USSD. */
    USSD_ONLY
}
