package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dariro.gateways.api.Connection;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.FakeCarrier.Behaviour;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LinkTest {

    @Test
    void theStartDoesNotFailWhenTheSmscIsDownAndTheBindComesUpWithIt() throws Exception {
        try (Wired wired = new Wired(Map.of())) {
            wired.smsc.behave(Behaviour.FAIL_BEFORE_TAKING);
            wired.start();
            assertInstanceOf(Outcome.RetryLater.class, wired.send("hello"));
            assertFalse(connection(wired).up());
            assertEquals("ConnectException", connection(wired).code());
            wired.smsc.behave(Behaviour.ACCEPT);
            Wired.await("the bind is up", () -> connection(wired).up());
            assertEquals("", connection(wired).code());
            assertInstanceOf(Outcome.Accepted.class, wired.send("hello"));
        }
    }

    @Test
    void nothingIsDialledBeforeTheRoutesRun() throws Exception {
        try (Wired wired = new Wired(Map.of())) {
            assertEquals("not started", connection(wired).code());
            assertEquals(new Outcome.RetryLater("not started"), wired.send("hello"));
        }
    }

    @Test
    void aRefusedBindIsToldByItsStatus() throws Exception {
        try (Wired wired = Wired.started(Map.of("PASSWORD", "wrong"))) {
            assertEquals(new Outcome.RetryLater("bind refused 0x0000000E"), wired.send("hello"));
            assertEquals("bind refused 0x0000000E", connection(wired).code());
        }
    }

    @Test
    void aCutLinkIsNoticedAtOnceAndMended() throws Exception {
        try (Wired wired = Wired.started(Map.of("TIMEOUT_MS", "50000"))) {
            assertInstanceOf(Outcome.Accepted.class, wired.send("one"));
            wired.smsc.behave(Behaviour.RESET);
            long began = System.nanoTime();
            assertEquals(new Outcome.Unknown("connection lost"), wired.send("two"));
            assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20), "waited for an answer in vain");
            wired.smsc.behave(Behaviour.ACCEPT);
            Wired.await("mended", () -> wired.send("three") instanceof Outcome.Accepted);
        }
    }

    @Test
    void aDeadLinkIsFoundByEnquireLink() throws Exception {
        try (Wired wired = Wired.started(Map.of("ENQUIRE_SECONDS", "1", "TIMEOUT_MS", "1000"))) {
            assertInstanceOf(Outcome.Accepted.class, wired.send("one"));
            wired.smsc.fallSilent();
            Wired.await("the dead link is found", () -> connection(wired).code().equals("connection lost"));
        }
    }

    @Test
    void severalBindsShareTheWork() throws Exception {
        try (Wired wired = Wired.started(Map.of("BINDS", "3", "WINDOW", "2"))) {
            assertEquals(6, wired.gateway.capabilities().connections());
            Wired.await("all are bound", () -> wired.smsc.bound() == 3);
            assertInstanceOf(Outcome.Accepted.class, wired.send("hello"));
        }
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("smpp-tel") && thread.isAlive()),
                "threads are left behind");
    }

    @Test
    void anAnswerThatComesTooLateStillTellsTheIdAndWhoseItIs() throws Exception {
        try (Wired wired = Wired.started(Map.of("TIMEOUT_MS", "1000"))) {
            wired.smsc.behave(Behaviour.SLOW);
            assertEquals(new Outcome.Unknown("no answer"), wired.send("hello"));
            Wired.await("the late answer", () -> !wired.inlets.reports().isEmpty());
            assertEquals(
                    List.of(new DeliveryReport(
                            "tel",
                            wired.smsc.taken().get(0).ids().get(0),
                            Optional.of("41"),
                            Status.ON_ITS_WAY,
                            Optional.empty(),
                            Optional.empty())),
                    wired.inlets.reports());
        }
    }

    @Test
    void rubbishIsRefusedAndTheLinkStaysUp() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            for (byte[] body : List.of(
                    new byte[0], new byte[] {1, 2, 3}, "from=+263771".repeat(90).getBytes(StandardCharsets.UTF_8))) {
                assertEquals(
                        SMPPConstant.STAT_ESME_RINVCMDID, wired.smsc.phones().raw(SMPPConstant.CID_DELIVER_SM, body));
                assertEquals(
                        SMPPConstant.STAT_ESME_RINVCMDID, wired.smsc.phones().raw(SMPPConstant.CID_DATA_SM, body));
                assertEquals(
                        SMPPConstant.STAT_ESME_RINVCMDID, wired.smsc.phones().raw(0x77, body));
            }
            assertInstanceOf(Outcome.Accepted.class, wired.send("hello"));
            assertEquals(List.of(), wired.inlets.texts());
        }
    }

    @Test
    void thePaceIsKept() throws Exception {
        try (Wired wired = Wired.started(Map.of("BIND_PER_SECOND", "50"))) {
            wired.send("warm");
            long began = System.nanoTime();
            for (int i = 0; i < 25; i++) {
                assertInstanceOf(Outcome.Accepted.class, wired.send("text " + i));
            }
            assertTrue(System.nanoTime() - began > Duration.ofMillis(480).toNanos(), "25 at 50 a second");
        }
    }

    private static Connection connection(Wired wired) {
        return wired.gateway.connection().orElseThrow();
    }
}
