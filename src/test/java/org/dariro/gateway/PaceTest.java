package org.dariro.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dariro.platform.Settings;
import org.junit.jupiter.api.Test;

class PaceTest {
    private Instant now = Instant.parse("2026-03-02T23:59:00Z");

    private Pace pace(Map<String, String> settings) {
        return Pace.of(Settings.of(settings), "A_", () -> now);
    }

    @Test
    void withoutSettingsThereIsNoLimit() {
        Pace pace = pace(Map.of());
        pace.spend(1_000_000);
        assertEquals(Duration.ZERO, pace.untilNext());
        assertEquals(Duration.ZERO, pace.untilTomorrow());
        assertFalse(pace.counts());
    }

    @Test
    void aTextOfSeveralSegmentsGoesAsAWholeAndIsWaitedForAfterwards() {
        Pace pace = pace(Map.of("A_PER_SECOND", "2"));
        assertEquals(Duration.ZERO, pace.untilNext());
        pace.spend(6);
        assertTrue(pace.untilNext().compareTo(Duration.ofMillis(2_400)) > 0, "two were there, four are owed");
        now = now.plusMillis(2_502);
        assertEquals(Duration.ZERO, pace.untilNext());
    }

    @Test
    void theDayBeginsAnewAtMidnight() {
        Pace pace = pace(Map.of("A_PER_DAY", "10"));
        pace.resume(4);
        pace.spend(6);
        assertEquals(Duration.ofMinutes(1), pace.untilTomorrow());
        now = now.plusSeconds(60);
        assertEquals(Duration.ZERO, pace.untilTomorrow());
        assertEquals(0, pace.today());
    }

    @Test
    void aWrongSettingIsNamed() {
        for (String wrong : new String[] {"fast", "0", "-1", "10001"}) {
            var fault = assertThrows(IllegalArgumentException.class, () -> pace(Map.of("A_PER_SECOND", wrong)));
            assertTrue(fault.getMessage().contains("A_PER_SECOND"), fault.getMessage());
        }
    }

    /** However texts come: what was sent never exceeds the rate, one second's burst and the last text. */
    @Property(tries = 200)
    void theAverageHolds(
            @ForAll @IntRange(min = 1, max = 20) int perSecond,
            @ForAll @Size(max = 60) int[] segments,
            @ForAll @IntRange(max = 500) int stepMillis) {
        Instant start = now;
        Pace pace = pace(Map.of("A_PER_SECOND", String.valueOf(perSecond)));
        long sent = 0;
        long last = 0;
        for (int any : segments) {
            int count = 1 + Math.floorMod(any, 5);
            if (pace.untilNext().isZero()) {
                pace.spend(count);
                sent += count;
                last = Math.max(last, count);
            }
            now = now.plusMillis(stepMillis);
        }
        double most = perSecond * (1 + Duration.between(start, now).toMillis() / 1000.0) + last;
        assertTrue(sent <= most, sent + " segments, at most " + most);
    }
}
