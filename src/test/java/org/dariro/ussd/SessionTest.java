package org.dariro.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.ussd.Session.Call;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Session after(String typed) {
        return new Session(1, 2, typed, Optional.of(new Menu()), "shown", true, List.of(), NOW);
    }

    @Test
    void whatWasSeenBeforeIsTakenOff() {
        assertEquals("2", after("").input("2"));
        assertEquals("a*b", after("1*2").input("1*2*a*b"));
        assertEquals("", after("1").input("1*"));
        assertEquals(Call.NEXT, after("1*2").call("1*2*a*b", NOW));
        assertEquals(Call.NEXT, after("1").call("1*", NOW));
    }

    @Test
    void theSameTextIsTheSameHop() {
        assertEquals(Call.REPEAT, after("1*2").call("1*2", NOW));
        assertEquals(Call.REPEAT, after("").call("", NOW));
    }

    @Test
    void anEarlierHopThatComesLateIsARepeat() {
        assertEquals(Call.REPEAT, after("1*2").call("1", NOW));
    }

    @Test
    void aTextThatFollowsFromNothingSeenBeginsAnew() {
        assertEquals(Call.NEW, after("1").call("12", NOW));
        assertEquals(Call.NEW, after("1").call("2*1", NOW));
        assertEquals(Call.NEW, after("1").call("", NOW));
    }

    @Test
    void afterTenMinutesItIsAnotherSession() {
        assertEquals(Call.NEXT, after("1").call("1*2", NOW.plus(Session.EXPIRES)));
        assertEquals(Call.NEW, after("1").call("1*2", NOW.plus(Session.EXPIRES).plusMillis(1)));
    }

    @Test
    void aScreenIsMadeAgainFromWhatIsSaved() {
        for (Screen screen : List.of(
                new Menu(),
                new Reading(Optional.empty()),
                new Reading(Optional.of(new Position(17, 120))),
                new Writing(),
                new WritingToMentor(),
                new Pausing(),
                new Resuming(),
                new ChoosingLanguage(),
                new ChoosingGroup(List.of(3L, 1_005L)),
                new Naming(),
                new Notice())) {
            assertEquals(Optional.of(screen), Screen.parse(screen.saved()));
        }
    }

    @Test
    void aScreenOfAnotherVersionIsUnknown() {
        assertEquals(Optional.empty(), Screen.parse("poll 3"));
        assertEquals(Optional.empty(), Screen.parse("read x y"));
        assertEquals(Optional.empty(), Screen.parse(""));
    }
}
