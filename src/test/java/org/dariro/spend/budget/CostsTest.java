package org.dariro.spend.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostsTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void whatIsNotKnownIsAsInRecordedGroups() {
        Costs costs = Costs.of(0.55, Map.of(), 100);
        assertEquals(0.55, costs.share(Rung.CHOSEN), 1e-9);
        assertEquals(0.50, costs.share(Rung.THREE_MINUTES), 1e-9);
        assertEquals(0.02, costs.share(Rung.USSD), 1e-9);
    }

    @Test
    void aGroupThatIsDearerIsThoughtDearerOnEveryRungButDialling() {
        Costs costs = Costs.of(0.55, Map.of(Rung.CHOSEN, new Costs.Seen(760, 1_000)), 10);
        assertEquals(0.76, costs.share(Rung.CHOSEN), 0.01);
        assertTrue(costs.share(Rung.DIGEST) > 0.6, "digest " + costs.share(Rung.DIGEST));
        assertEquals(0.02, costs.share(Rung.USSD), 1e-9);
    }

    @Test
    void aSlowerRungIsNeverDearer() {
        Costs costs =
                Costs.of(0.55, Map.of(Rung.CHOSEN, new Costs.Seen(30, 100), Rung.DIGEST, new Costs.Seen(90, 100)), 1);
        double last = 1;
        for (Rung rung : Rung.values()) {
            assertTrue(costs.share(rung) <= last, rung.toString());
            last = costs.share(rung);
        }
    }

    @Test
    void whatWasSaidBeforeAnythingWasCountedSaysNothingOfItsCost() {
        List<Course.Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < 240; hour++) {
            hours.add(new Course.Hour(START.plus(Duration.ofHours(hour)), Rung.CHOSEN, 2, 0));
        }
        Instant now = START.plus(Duration.ofDays(10));
        Outlook outlook = new Course(START, hours, 0.55, 48, ZoneOffset.UTC)
                .outlook(now, now, now.plus(Duration.ofDays(30)), 1_000, 0);
        assertEquals(0.55, outlook.costs().share(Rung.CHOSEN), 1e-9);
        assertEquals(30 * 48, outlook.toCome().expected(), 60, "but it shows the rhythm");
    }
}
