package org.dariro.conversation;

/** Why something that staff asked for was not done, in words for staff. */
public interface Fault {
    /** All that is said of it. */
    Said said();

    /**
     * What is said of a fault.
     *
     * @param field what was asked for wrongly: {@code number}; empty when it is no single thing
     * @param conflict whether it is how things stand, rather than what was asked for, that is in the way
     * @param words a sentence that says what is wrong and what to do. It repeats nothing that was asked for
     */
    record Said(String field, boolean conflict, String words) {}

    /** What was asked for wrongly: {@code number}; empty when it is no single thing. */
    default String field() {
        return said().field();
    }

    /** A sentence that says what is wrong and what to do. It repeats nothing that was asked for. */
    default String words() {
        return said().words();
    }

    /** Whether it is how things stand, rather than what was asked for, that is in the way. */
    default boolean conflict() {
        return said().conflict();
    }
}
