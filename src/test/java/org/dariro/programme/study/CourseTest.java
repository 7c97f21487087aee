package org.dariro.programme.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.dariro.group.Standing;
import org.junit.jupiter.api.Test;

/** When somebody took part, as the ledger of consent tells. */
class CourseTest {
    private static final Instant MADE = Instant.parse("2026-03-01T08:00:00Z");

    private static Instant day(int number) {
        return MADE.plusSeconds(86_400L * number);
    }

    private static Course course(Standing standing, String... events) {
        Course course = new Course();
        for (int i = 0; i < events.length; i++) {
            course.on(events[i], day(i + 1));
        }
        course.now(standing, false, MADE, null);
        return course;
    }

    @Test
    void whoAgreedIsInFromThen() {
        Course course = course(Standing.ACTIVE, "asked", "given");
        assertEquals(Optional.of(day(2)), course.enrolled());
        assertEquals(Optional.empty(), course.left());
    }

    @Test
    void whoNeverAgreedIsNotIn() {
        assertEquals(Optional.empty(), course(Standing.INVITED, "asked").enrolled());
        assertEquals(Optional.empty(), course(Standing.LEFT, "asked", "refused").enrolled());
        assertEquals(Optional.empty(), course(Standing.LEFT, "asked", "moved").enrolled());
        assertEquals(
                Optional.empty(), course(Standing.INVITED, "moved", "asked").enrolled());
    }

    @Test
    void whoIsThereWithoutALedgerIsInSinceThePlaceWasMade() {
        assertEquals(Optional.of(MADE), course(Standing.ACTIVE).enrolled());
    }

    @Test
    void stopWithdrawsUntilStart() {
        Course stopped = course(Standing.STOPPED, "asked", "given", "withdrawn");
        assertTrue(stopped.withdrawn());
        assertEquals("stopped", stopped.how());
        assertEquals(Optional.of(day(3)), stopped.left());
        Course back = course(Standing.ACTIVE, "asked", "given", "withdrawn", "renewed");
        assertFalse(back.withdrawn());
        assertEquals(Optional.of(day(2)), back.enrolled());
        assertEquals(Optional.empty(), back.left());
    }

    @Test
    void aMoveIsALeavingHereAndAComingThere() {
        Course old = course(Standing.LEFT, "asked", "given", "moved");
        assertEquals("moved", old.how());
        assertEquals(Optional.of(day(3)), old.left());
        Course there = course(Standing.ACTIVE, "moved");
        assertEquals(Optional.of(day(1)), there.enrolled());
        Course gone = course(Standing.LEFT, "moved", "removed");
        assertEquals("removed", gone.how());
        Course again = course(Standing.ACTIVE, "given", "moved", "moved");
        assertEquals(Optional.empty(), again.left());
    }

    @Test
    void aGroupThatEndsEndsItForWhoIsThere() {
        Course there = course(Standing.ACTIVE, "given");
        there.groupEnded(day(9));
        assertEquals("group-ended", there.how());
        Course gone = course(Standing.LEFT, "given", "removed");
        gone.groupEnded(day(9));
        assertEquals(Optional.of(day(2)), gone.left());
    }

    @Test
    void aStopAfterwardsWithdrawsAndLeavesTheDayOfLeavingAsItWas() {
        Course removed = new Course();
        removed.on("given", day(1));
        removed.on("removed", day(3));
        removed.now(Standing.LEFT, false, MADE, day(20));
        removed.groupEnded(day(30));
        assertTrue(removed.withdrawn());
        assertEquals(Optional.of(day(3)), removed.left());
        assertEquals("removed", removed.how());
    }

    @Test
    void aStopAfterTheGroupEndedWithdrawsAndTheEndStays() {
        Course course = new Course();
        course.on("given", day(1));
        course.on("withdrawn", day(20));
        course.now(Standing.STOPPED, false, MADE, day(20));
        course.groupEnded(day(9));
        assertTrue(course.withdrawn());
        assertEquals(Optional.of(day(9)), course.left());
        assertEquals("group-ended", course.how());
    }

    @Test
    void aStopThatTheCarrierTellsOfCounts() {
        Course course = new Course();
        course.on("given", day(1));
        course.now(Standing.ACTIVE, false, MADE, day(5));
        assertTrue(course.withdrawn());
        assertEquals(Optional.of(day(5)), course.left());
    }
}
