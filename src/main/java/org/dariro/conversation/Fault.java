package org.dariro.conversation;

/** Why something that staff asked for was not done, in words for staff. */
public interface Fault {
    /** What was asked for wrongly: {@code number}; empty when it is no single thing. */
    String field();

    /** A sentence that says what is wrong and what to do. It repeats nothing that was asked for. */
    String words();

    /** Whether it is how things stand, rather than what was asked for, that is in the way. */
    boolean conflict();
}
