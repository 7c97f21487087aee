package org.dariro.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.dariro.delivery.Kind;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.FakeCarrier.Taken;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.junit.jupiter.api.Test;

/** Twilio tells what a text costs only when it is asked some time later. */
class ChargesAskedForTest {

    /** A charge as it is booked. */
    private record Booked(BigDecimal amount, String currency, int segments) {}

    @Test
    void whatATextCostsIsAskedForAndBookedOnce() {
        try (Wire wire = new Wire("twilio", new FakeTwilio(), "charges")) {
            Line line = wire.dariro.database.inTransaction(tx -> wire.dariro.lines.add(tx, "sim", Stage.LINE, ""));
            for (int member = 1; member <= 3; member++) {
                send(wire, line, "+26377100000" + member, "a text of one segment");
            }
            send(wire, line, "+263771000001", "a text of two segments. ".repeat(10));
            wire.dariro.runDue();
            for (Taken taken : wire.carrier.taken()) {
                wire.carrier.report(taken.ids().get(0), Status.DELIVERED);
            }
            wire.dariro.chargeRequests.ask();
            assertEquals(List.of(), booked(wire), "too early to ask");
            wire.clock.set(wire.clock.instant().plus(Duration.ofMinutes(2)));
            wire.dariro.chargeRequests.ask();
            List<Booked> booked = booked(wire);
            assertEquals(4, booked.size());
            booked.forEach(one -> assertTrue(one.amount().signum() > 0, "a charge is never negative"));
            assertEquals(5, booked.stream().mapToInt(Booked::segments).sum());
            wire.clock.set(wire.clock.instant().plus(Duration.ofDays(3)));
            wire.dariro.chargeRequests.ask();
            assertEquals(booked, booked(wire), "nothing is booked twice");
        }
    }

    private static void send(Wire wire, Line line, String number, String text) {
        wire.dariro.database.useTransaction(tx -> wire.dariro.outbox.send(
                tx, line, wire.dariro.members.findOrRegister(tx, Msisdn.of(number), "en"), null, Kind.SYSTEM, text));
    }

    private static List<Booked> booked(Wire wire) {
        return wire.dariro.database.inTransaction(
                tx -> tx.query("select amount, currency, segments from charges order by id")
                        .map((row, context) -> new Booked(
                                row.getBigDecimal("amount"), row.getString("currency"), row.getInt("segments")))
                        .list());
    }
}
