package org.dariro.programme.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;

/**
 * Somebody's place in a group of a study, under pseudonyms. The place and the person are for looking up alone; no sheet has them.
 *
 * @param id the pseudonym of the person, the same in all groups of the study
 * @param group the pseudonym of the group
 * @param language empty for a mentor without a phone
 * @param enrolled the day on which they agreed to take part
 * @param left the day on which they stopped, were taken out or moved, or the group ended; empty while they take part
 * @param how how they left; empty while they take part
 * @param first the first day of which something is exported
 * @param last the last one
 */
record Participant(
        long place,
        long groupId,
        Optional<Long> member,
        String id,
        String group,
        String arm,
        Role role,
        Standing standing,
        String language,
        ReadingMode mode,
        LocalDate enrolled,
        Optional<LocalDate> left,
        String how,
        LocalDate first,
        LocalDate last) {

    /** The days as they are counted for this person: the day on which they enrolled is day 1. */
    long day(LocalDate date) {
        return ChronoUnit.DAYS.between(enrolled, date) + 1;
    }

    /** Whether something of this day is exported. */
    boolean has(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only the pseudonym. */
    @Override
    public String toString() {
        return id;
    }
}
