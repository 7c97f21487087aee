package org.dariro.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.gateway.Health.State;
import org.dariro.gateways.api.Connection;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Circuit.Rules RULES =
            new Circuit.Rules(3, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(15));
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private final Circuit circuit = new Circuit(RULES, START);

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private State state(int seconds) {
        return circuit.condition(at(seconds)).state();
    }

    private void opens() {
        circuit.failed("AWAY", at(0));
        circuit.failed("AWAY", at(2));
        circuit.failed("AWAY", at(10));
    }

    @Test
    void threeFailuresAtOnceAreNotEnough() {
        for (int i = 0; i < 50; i++) {
            circuit.failed("AWAY", at(0));
        }
        assertEquals(State.CLOSED, state(9));
        assertTrue(circuit.admits(14, at(9)));
    }

    @Test
    void failuresForLongEnoughOpenIt() {
        opens();
        Health.Condition condition = circuit.condition(at(11));
        assertEquals(State.OPEN, condition.state());
        assertEquals(at(10), condition.since());
        assertEquals("AWAY", condition.faults().get(0).code());
        assertFalse(circuit.admits(1, at(11)));
    }

    @Test
    void oneThatWasTakenInBetweenBeginsTheCountAnew() {
        circuit.failed("AWAY", at(0));
        circuit.failed("AWAY", at(5));
        circuit.accepted(at(6));
        circuit.failed("AWAY", at(10));
        circuit.failed("AWAY", at(11));
        circuit.failed("AWAY", at(19));
        assertEquals(State.CLOSED, state(19));
    }

    @Test
    void afterThePauseOneTextTries() {
        opens();
        assertEquals(State.HALF_OPEN, state(25));
        assertFalse(circuit.admits(2, at(25)));
        assertTrue(circuit.admits(1, at(25)));
        assertTrue(circuit.isShut(at(25)));
        assertFalse(circuit.admits(1, at(26)));
    }

    @Test
    void whatTriedInVainOpensItAgainAndItIsIllSinceTheFirst() {
        opens();
        assertTrue(circuit.admits(1, at(25)));
        circuit.failed("STILL AWAY", at(26));
        assertEquals(State.OPEN, state(55));
        assertEquals(at(10), circuit.condition(at(55)).since());
        assertEquals(State.HALF_OPEN, state(56));
    }

    @Test
    void eachTryInVainDoublesThePauseUpToSixteenTimes() {
        opens();
        Instant now = at(25);
        for (int pause : List.of(30, 60, 120, 240, 240)) {
            assertTrue(circuit.admits(1, now));
            circuit.failed("AWAY", now);
            assertEquals(
                    Optional.of(now.plusSeconds(pause)), circuit.condition(now).triedAt());
            now = now.plusSeconds(pause);
        }
    }

    @Test
    void whatIsTakenClosesIt() {
        opens();
        assertTrue(circuit.admits(1, at(25)));
        circuit.accepted(at(26));
        assertEquals(State.CLOSED, state(26));
        assertEquals(at(26), circuit.condition(at(26)).since());
        assertTrue(circuit.admits(14, at(26)));
    }

    @Test
    void aTryThatDoesNotGoAfterAllLeavesItsPlaceToAnother() {
        opens();
        assertTrue(circuit.admits(1, at(25)));
        circuit.giveBack();
        assertTrue(circuit.admits(1, at(25)));
    }

    @Test
    void aTryOfWhichNothingIsHeardIsGivenUp() {
        opens();
        assertTrue(circuit.admits(1, at(25)));
        assertFalse(circuit.admits(1, at(84)));
        assertTrue(circuit.admits(1, at(85)));
    }

    @Test
    void oneMemberWhoCannotBeReachedIsNoFault() {
        for (int i = 0; i < 100; i++) {
            circuit.refused("BAD_NUMBER", 7, at(i));
        }
        assertEquals(State.CLOSED, state(100));
    }

    @Test
    void theSameRefusalOfManyMembersIsTheAccounts() {
        circuit.refused("BAD_SENDER", 1, at(0));
        circuit.refused("BAD_SENDER", 2, at(4));
        circuit.refused("BAD_SENDER", 3, at(8));
        assertEquals(State.CLOSED, state(8));
        circuit.refused("BAD_SENDER", 4, at(12));
        assertEquals(State.OPEN, state(12));
    }

    @Test
    void aTextThatIsRefusedForAWholeGroupAtOnceIsNotTheAccounts() {
        for (int member = 0; member < 14; member++) {
            circuit.refused("FILTERED", member, at(0));
        }
        assertEquals(State.CLOSED, state(0));
    }

    @Test
    void aSessionThatIsDownForTooLongOpensItAndNothingTriesBeforeItIsUp() {
        circuit.connection(new Connection(false, at(0), "BIND FAILED"), at(59));
        assertEquals(State.CLOSED, state(59));
        circuit.connection(new Connection(false, at(0), "BIND FAILED"), at(60));
        assertEquals(State.OPEN, state(600));
        circuit.connection(new Connection(true, at(610), ""), at(611));
        assertEquals(State.HALF_OPEN, state(611));
    }
}
