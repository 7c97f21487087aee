package org.dariro.programme.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Groups that are looked at together for some time, each in an arm.
 *
 * <p>Life: made with a key of its own, exported as often as wanted under the same pseudonyms; ended, which destroys the key.
 *
 * @param firstDay the first day (UTC) of which something is exported
 * @param lastDay the last one
 * @param arms the arm of each group, by its id, in the order of ids
 * @param keepsWithdrawn whether what was gathered until somebody withdrew stays in
 * @param withAnswers whether members agreed that what they answered on how they are is exported; the questions promise
 *     them that only mentors see it
 * @param endedAt when the key was destroyed
 */
public record Study(
        long id,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        Map<Long, String> arms,
        boolean keepsWithdrawn,
        boolean withAnswers,
        String madeBy,
        Instant madeAt,
        Optional<Instant> endedAt) {
    /** The longest name. */
    public static final int LONGEST_NAME = 60;

    /** The longest name of an arm. */
    public static final int LONGEST_ARM = 20;

    /** The longest time from the first day to the last: ten years. */
    public static final int MOST_DAYS = 3_653;

    /** The most groups. */
    public static final int MOST_GROUPS = 1_000;

    /** Whether the key is destroyed. */
    public boolean ended() {
        return endedAt.isPresent();
    }

    /**
     * What staff want a study to be.
     *
     * @param arms the arm of each group, by its id
     */
    public record Wish(
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            Map<Long, String> arms,
            boolean keepsWithdrawn,
            boolean withAnswers) {
        public Wish {
            arms = Map.copyOf(arms);
        }
    }

    /** How days are written in an export. */
    public enum Days {
        /**
         * Counted from the day on which each person enrolled, which is day 1: no dates are written, and no minutes. What a whole group got
         * on one day may still tell when each of them enrolled.
         */
        STUDY,
        /** As dates, and times to the minute. */
        DATES
    }

    /** Why somebody needs to know who is behind pseudonyms; what is not here is no reason. */
    public enum KeyReason {
        /** To ask again people who agreed to be asked. */
        FOLLOW_UP,
        /** To bring together what people agreed to, such as records of a clinic. */
        LINKAGE,
        /** Something in the figures shows that somebody may be in danger. */
        SAFETY,
        /** Whether the export is what the service holds. */
        CHECK,
        /** Somebody wants what was exported of them to be deleted: which pseudonym is theirs. */
        WITHDRAWAL
    }
}
