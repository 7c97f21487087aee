package org.dariro.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dariro.gateway.Health.State;
import org.dariro.gateways.api.Connection;

/** Whatever happens to an account, in whatever order. */
class CircuitProperties {
    private static final Circuit.Rules RULES =
            new Circuit.Rules(3, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(15));
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private enum Kind {
        ACCEPTED,
        ANSWERED,
        FAILED,
        REFUSED,
        ASKS,
        GIVES_BACK,
        SESSION_UP,
        SESSION_DOWN
    }

    private record Event(Kind kind, int after, int parcels) {}

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 3))
                .as(Event::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void nothingGoesOutWhileItIsDownAndOneAtATimeWhenItTries(@ForAll("events") List<Event> events) {
        Circuit circuit = new Circuit(RULES, START);
        Instant now = START;
        Instant lastTry = null;
        for (Event event : events) {
            now = now.plusSeconds(event.after());
            State before = circuit.condition(now).state();
            if (event.kind() != Kind.ASKS) {
                apply(circuit, event, now);
                boolean session = event.kind() == Kind.SESSION_UP || event.kind() == Kind.SESSION_DOWN;
                lastTry = session ? lastTry : null;
                continue;
            }
            boolean trying = lastTry != null && now.isBefore(lastTry.plusSeconds(60));
            boolean admitted = circuit.admits(event.parcels(), now);
            switch (before) {
                case CLOSED -> assertTrue(admitted);
                case OPEN -> assertFalse(admitted);
                case HALF_OPEN -> {
                    assertEquals(event.parcels() == 1 && !trying, admitted);
                    lastTry = admitted ? now : lastTry;
                }
            }
        }
    }

    @Property
    void itOpensOnlyAfterALongRowOfFaultsAndClosesWithWhatIsTaken(@ForAll("events") List<Event> events) {
        Circuit circuit = new Circuit(RULES, START);
        Instant now = START;
        Instant wellUntil = START;
        int bad = 0;
        for (Event event : events) {
            now = now.plusSeconds(event.after());
            State before = circuit.condition(now).state();
            apply(circuit, event, now);
            Health.Condition after = circuit.condition(now);
            boolean fault = event.kind() == Kind.FAILED || event.kind() == Kind.REFUSED;
            bad += fault ? 1 : 0;
            if (event.kind() == Kind.ACCEPTED) {
                assertEquals(State.CLOSED, after.state());
                wellUntil = now;
                bad = 0;
            }
            if (before == State.CLOSED && after.state() != State.CLOSED) {
                assertEquals(now, after.since());
                assertTrue(event.kind() == Kind.SESSION_DOWN || bad >= RULES.failures());
                assertTrue(event.kind() == Kind.SESSION_DOWN || !now.isBefore(wellUntil.plus(RULES.failing())));
            }
            if (before != State.CLOSED && after.state() == State.CLOSED) {
                assertEquals(Kind.ACCEPTED, event.kind());
            }
            assertTrue(after.faults().size() <= 5);
        }
    }

    @Property
    void itsIllnessDatesFromTheFirstDay(@ForAll("events") List<Event> events) {
        Circuit circuit = new Circuit(RULES, START);
        Instant now = START;
        Instant ill = null;
        for (Event event : events) {
            now = now.plusSeconds(event.after());
            apply(circuit, event, now);
            Health.Condition condition = circuit.condition(now);
            if (condition.state() == State.CLOSED) {
                ill = null;
            } else if (ill == null) {
                ill = now;
            }
            if (ill != null) {
                assertEquals(ill, condition.since());
            }
        }
    }

    private static void apply(Circuit circuit, Event event, Instant now) {
        switch (event.kind()) {
            case ACCEPTED -> circuit.accepted(now);
            case ANSWERED -> circuit.answered();
            case FAILED -> circuit.failed("AWAY", now);
            case REFUSED -> circuit.refused("NO", event.parcels(), now);
            case ASKS -> circuit.admits(event.parcels(), now);
            case GIVES_BACK -> circuit.giveBack();
            case SESSION_UP -> circuit.connection(new Connection(true, now, ""), now);
            case SESSION_DOWN -> circuit.connection(new Connection(false, now.minusSeconds(60), "GONE"), now);
        }
    }
}
