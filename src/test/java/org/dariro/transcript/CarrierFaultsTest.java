package org.dariro.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Delivery;
import org.dariro.delivery.Kind;
import org.dariro.delivery.ParcelState;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.FakeCarrier.Taken;
import org.dariro.gateways.testkit.Reports;
import org.dariro.gateways.testkit.africastalking.FakeAfricasTalking;
import org.dariro.gateways.testkit.simulator.FakeSimCarrier;
import org.dariro.gateways.testkit.smpp.FakeSmsc;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.dariro.member.Member;
import org.junit.jupiter.api.Test;

/**
 * A thousand texts over each wire while one request in ten meets a fault (too fast, an answer that is lost, unreadable,
 * late or an error, a cut connection), and receipts come in order, reversed, twice and early: nothing is sent twice, and
 * what may not have arrived is known.
 */
class CarrierFaultsTest {
    private static final int MEMBERS = 100;
    private static final int ROUNDS = 10;
    private static final int FAULTS_PERCENT = 10;

    /** How long the gateway waits for an answer: much longer than one takes here, and each that is lost costs it. */
    private static final Map<String, String> PATIENCE = Map.of("TIMEOUT_MS", "300");

    private static final List<Reports> WAYS =
            List.of(Reports.IN_ORDER, Reports.REVERSED, Reports.TWICE, Reports.EARLY, Reports.NONE);

    @Test
    void theSimulatorsWire() {
        run("simulator", new FakeSimCarrier(), true);
    }

    @Test
    void twilio() {
        run("twilio", new FakeTwilio(), true);
    }

    @Test
    void africasTalkingCannotBeAsked() {
        run("africastalking", new FakeAfricasTalking(), false);
    }

    @Test
    void smppCannotBeAskedWithoutAnId() {
        run("smpp", new FakeSmsc(), false);
    }

    private static void run(String kind, CallingCarrier carrier, boolean resolvesAll) {
        try (Wire wire = new Wire(kind, carrier, "faults" + kind, PATIENCE)) {
            Line line = wire.dariro.database.inTransaction(tx -> wire.dariro.lines.add(tx, "sim", Stage.LINE, ""));
            carrier.faults(FAULTS_PERCENT);
            for (int round = 0; round < ROUNDS; round++) {
                carrier.reports(WAYS.get(round % WAYS.size()));
                for (int member = 0; member < MEMBERS; member++) {
                    send(wire, line, member, "round " + round + " for " + member);
                }
                pass(wire, Duration.ofSeconds(90), 6);
            }
            carrier.faults(0);
            pass(wire, Duration.ofMinutes(30), 20);
            check(wire, resolvesAll);
        }
    }

    private static void send(Wire wire, Line line, int number, String text) {
        wire.dariro.database.useTransaction(tx -> {
            Member member =
                    wire.dariro.members.findOrRegister(tx, Msisdn.of("+26377%07d".formatted(1_000_000 + number)), "en");
            wire.dariro.outbox.send(tx, line, member, null, Kind.SYSTEM, text);
        });
        wire.dariro.runDue();
    }

    /** Lets time pass, in which carriers are asked and what waits is sent. */
    private static void pass(Wire wire, Duration time, int steps) {
        for (int step = 0; step < steps; step++) {
            wire.awaitSession();
            wire.clock.set(wire.clock.instant().plus(time.dividedBy(steps)));
            wire.dariro.nodes.beat();
            wire.dariro.receipts.ripen();
            wire.dariro.reconciliation.resolve();
            wire.dariro.failover.turn();
            wire.dariro.runDue();
        }
    }

    private static void check(Wire wire, boolean resolvesAll) {
        Map<String, Integer> arrived = new HashMap<>();
        for (Taken taken : wire.carrier.taken()) {
            arrived.merge(taken.to().e164() + " " + taken.text(), 1, Integer::sum);
        }
        arrived.values().forEach(times -> assertEquals(1, times, "sent twice"));
        Map<ParcelState, Integer> states = new HashMap<>();
        List<Delivery> all = new ArrayList<>();
        wire.dariro.database.useTransaction(tx -> {
            List<Delivery> page = List.of();
            do {
                long after = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
                page = wire.dariro.deliveries.list(tx, Optional.empty(), Optional.empty(), after, 500);
                all.addAll(page);
            } while (!page.isEmpty());
        });
        all.forEach(delivery -> states.merge(delivery.state(), 1, Integer::sum));
        int unknown = states.getOrDefault(ParcelState.UNKNOWN, 0);
        int known = states.getOrDefault(ParcelState.ACCEPTED, 0) + states.getOrDefault(ParcelState.DELIVERED, 0);
        assertEquals(MEMBERS * ROUNDS, all.size());
        assertEquals(
                MEMBERS * ROUNDS, known + unknown, "everything is at the carrier, or listed for a person: " + states);
        assertTrue(known <= arrived.size(), known + " are said to be at the carrier, which has " + arrived.size());
        assertTrue(arrived.size() <= known + unknown);
        if (resolvesAll) {
            assertEquals(0, unknown, "the carrier could be asked about everything");
            assertEquals(MEMBERS * ROUNDS, arrived.size());
        } else {
            assertTrue(unknown < MEMBERS * ROUNDS / 10, unknown + " are unknown");
        }
    }
}
