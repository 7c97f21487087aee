package org.dariro.programme.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.junit.jupiter.api.Test;

/** What is added up of a group, and what is not of it. */
class GatheredTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-03");
    private static final long[] AUTHORS = {0, 7, 8, 0, 8};
    private final Participant seven = new Participant(
            7,
            1,
            Optional.of(70L),
            "P7",
            "G1",
            "a",
            Role.MEMBER,
            Standing.ACTIVE,
            "en",
            ReadingMode.AT_ONCE,
            DAY,
            Optional.empty(),
            "",
            DAY,
            DAY.plusDays(9));
    private final Gathered gathered = new Gathered(List.of(seven));

    private void sent(long member, LocalDate day, boolean taken, long first, long last) {
        gathered.sent(new DoseDao.Parcel(member, day, true, taken, false, 2, first, last), AUTHORS);
    }

    private Dose only() {
        assertEquals(1, gathered.of(seven).size());
        return gathered.of(seven).iterator().next();
    }

    @Test
    void aPostThatTakesSeveralTextsCountsOnceAndOnesOwnNever() {
        sent(70, DAY, true, 1, 2);
        sent(70, DAY, true, 2, 2);
        sent(70, DAY, true, 3, 4);
        assertEquals(2, only().postsBySms);
        assertEquals(3, only().texts);
        assertEquals(6, only().segments);
    }

    @Test
    void whatFailedWasNotRead() {
        sent(70, DAY, false, 2, 2);
        assertEquals(List.of(0, 0, 1, 0), List.of(only().postsBySms, only().texts, only().failed, only().segments));
    }

    @Test
    void othersAndOtherDaysAreLeftOut() {
        sent(71, DAY, true, 2, 2);
        sent(70, DAY.minusDays(1), true, 2, 2);
        sent(70, DAY.plusDays(10), true, 2, 2);
        assertTrue(gathered.of(seven).isEmpty());
    }

    @Test
    void aPauseIsSharedAmongItsDaysAndEndsWithTheNextWord() {
        Instant ten = Instant.parse("2026-03-03T10:00:00Z");
        gathered.paused(
                List.of(
                        new CohortDao.Pause(7, ten, ten.plusSeconds(5 * 86_400)),
                        new CohortDao.Pause(7, ten.plusSeconds(20 * 3_600), null)),
                ten.plusSeconds(9 * 86_400));
        assertEquals(
                List.of(14.0, 6.0),
                gathered.of(seven).stream().map(dose -> dose.pausedHours).toList());
    }
}
