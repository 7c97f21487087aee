package org.dariro.spend.budget;

import java.time.Instant;

/**
 * Something that happened to a budget.
 *
 * @param group 0 for the programme
 * @param kind what it was
 * @param detail in a sentence, with its figures
 */
public record Event(long id, long group, Kind kind, String detail, Instant at) {

    /** What can happen. */
    public enum Kind {
        /** A budget was set. */
        SET,
        /** Half is spent. */
        SPENT_50,
        /** Four fifths are spent. */
        SPENT_80,
        /** All is spent. */
        SPENT_100,
        /** More than all is expected to be spent. */
        FORECAST_100,
        /** The group reads slower. */
        STEP_DOWN,
        /** The group reads faster. */
        STEP_UP,
        /** The group was told. */
        TOLD,
        /** Something did not fit and waits. */
        CAP,
        /** Members whose texts have no price, and who get no posts by SMS. */
        UNPRICED,
        /** What was charged cannot be counted until there is an exchange rate. */
        NO_RATE,
        /** Safety and answers have cost more than the reserve; they go on. */
        RESERVE_USED,
        /** Its time is over. */
        ENDED
    }
}
