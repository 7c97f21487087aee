package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.testkit.Inlets;
import org.dariro.gateways.testkit.smpp.FakeSmsc;

/** A gateway on the wire to a fake SMSC, with a stand-in for the service. */
final class Wired implements AutoCloseable {
    static final String THANDI = "+263771000001";
    static final String LINE = "+263770000000";

    final FakeSmsc smsc = new FakeSmsc();
    final Inlets inlets = new Inlets();
    final Gateway gateway;
    private final CamelContext camel = new DefaultCamelContext();

    /** @param settings in place of those that the SMSC names; an empty one leaves the SMSC's out */
    Wired(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(smsc.settings());
        all.putAll(settings);
        gateway = gateway(all);
        camel.addRoutes(inlets);
        camel.addRoutes(gateway.routes());
    }

    static Wired started(Map<String, String> settings) throws Exception {
        Wired wired = new Wired(settings);
        wired.start();
        return wired;
    }

    static Gateway gateway(Map<String, String> settings) {
        return new SmppFactory()
                .create(new GatewayAccount(
                        "tel",
                        "http://localhost:8080",
                        name -> Optional.ofNullable(settings.get(name)).filter(value -> !value.isEmpty()),
                        InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"))));
    }

    void start() {
        camel.start();
    }

    Outcome send(String text) {
        return send(text, 1);
    }

    Outcome send(String text, int member) {
        Recipient recipient = new Recipient(Msisdn.of("+26377%07d".formatted(1_000_000 + member)), "4" + member);
        return gateway.send(new Batch(LINE, text, List.of(recipient))).get(0);
    }

    /** Sends as the service does: again while surely nothing was taken, never after. */
    Outcome sendUntilTaken(String text, int member) {
        Outcome outcome = send(text, member);
        while (outcome instanceof Outcome.Throttled || outcome instanceof Outcome.RetryLater) {
            LockSupport.parkNanos(10_000_000);
            outcome = send(text, member);
        }
        return outcome;
    }

    /** Waits until something has become true that another thread does. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        assertTrue(condition.getAsBoolean(), what);
    }

    @Override
    public void close() {
        gateway.close();
        camel.stop();
        smsc.close();
    }
}
