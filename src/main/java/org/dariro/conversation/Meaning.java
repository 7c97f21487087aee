package org.dariro.conversation;

/** What became of a text; kept with it. */
public enum Meaning {
    /** Released to the group. */
    POST,
    /** Kept back for a mentor. */
    HELD,
    /** Private words to the mentor. */
    PRIVATE,
    /** An answer to a question about how somebody is; to be read by mentors alone. */
    ANSWER,
    /** A command, answered. */
    COMMAND,
    /** A text that could not be used; the person was told why. */
    UNUSABLE,
    /** From somebody in no group. */
    STRANGER,
    /** The same text again and again. */
    LOOP,
    /** After STOP: silence. */
    STOPPED,
    /** From one of our own numbers, a short code or a name. */
    NO_PERSON,
    /** To a line that is not ours. */
    NO_LINE
}
