package org.dariro.spend.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmTest {
    @Test
    void eachHoldsFromItsShareOn() {
        assertEquals(Set.of(), Alarm.of(0.49, 0.99));
        assertEquals(Set.of(Alarm.SPENT_50), Alarm.of(0.5, 0.9));
        assertEquals(Set.of(Alarm.SPENT_50, Alarm.FORECAST_100), Alarm.of(0.5, 1));
        assertEquals(Set.of(Alarm.SPENT_50, Alarm.SPENT_80), Alarm.of(0.8, 0));
        assertEquals(Set.of(Alarm.values()), Alarm.of(1, 1));
    }
}
