package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Repeats repeats = new Repeats(() -> now);
    private final Object session = new Object();

    @Test
    void theSameWordsAreAnotherTextOnceTheFirstWasAnswered() {
        String first = answered();
        assertNotEquals(first, answered());
    }

    @Test
    void theSameWordsWhileTheFirstAreStillWorkedOnAreARepeat() {
        Repeats.Seen first = repeats.begin("stop", session);
        Repeats.Seen second = repeats.begin("stop", session);
        assertEquals(first.id(), second.id());
        repeats.end(first, true);
        repeats.end(second, true);
        assertNotEquals(first.id(), answered());
    }

    @Test
    void whatWasAnsweredWithAnErrorKeepsItsId() {
        Repeats.Seen first = repeats.begin("stop", session);
        repeats.end(first, false);
        assertEquals(first.id(), answered());
        assertNotEquals(first.id(), answered());
    }

    @Test
    void whatWasAnsweredLateMayComeAgain() {
        Repeats.Seen first = repeats.begin("stop", session);
        now = now.plusSeconds(6);
        repeats.end(first, true);
        assertEquals(first.id(), answered());
        assertNotEquals(first.id(), answered());
    }

    @Test
    void whatWasAnsweredJustBeforeTheSessionEndedMayComeAgain() {
        String first = answered();
        now = now.plusSeconds(29);
        repeats.ended(session);
        assertEquals(first, answered());
    }

    @Test
    void whatWasAnsweredLongBeforeTheSessionEndedMayNot() {
        String first = answered();
        now = now.plusSeconds(31);
        repeats.ended(session);
        assertNotEquals(first, answered());
    }

    @Test
    void aDoubtDoesNotLastForEver() {
        String first = answered();
        repeats.ended(session);
        now = now.plus(Duration.ofHours(25));
        assertNotEquals(first, answered());
    }

    @Test
    void theEndOfAnotherSessionChangesNothing() {
        String first = answered();
        repeats.ended(new Object());
        assertNotEquals(first, answered());
    }

    private String answered() {
        Repeats.Seen seen = repeats.begin("stop", session);
        repeats.end(seen, true);
        return seen.id();
    }
}
