package org.dariro.gateways.simulator;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.Inlets;

/** A running simulator for a test: called as a browser would, with a stand-in for the service. */
final class Simulated implements AutoCloseable {
    static final String THANDI = "+263771000001";
    static final String RUDO = "+263771000002";
    private static final String LINE = "+263770000000";

    final Inlets inlets = new Inlets();
    final SimulatorGateway gateway;
    private final GatewayAccount account;
    private final CamelContext camel = new DefaultCamelContext();
    private int references;

    Simulated(Map<String, String> settings) throws Exception {
        account = new GatewayAccount(
                "sim",
                "http://localhost:8080",
                name -> Optional.ofNullable(settings.get(name)),
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));
        gateway = (SimulatorGateway) new SimulatorFactory().create(account);
        camel.addRoutes(inlets);
        camel.addRoutes(gateway.routes());
        camel.start();
    }

    HttpAnswer get(String path, String rest, String query) {
        return call(path, Calls.get(rest, query));
    }

    HttpAnswer call(String path, HttpCall call) {
        try (var template = camel.createProducerTemplate()) {
            return template.requestBody(account.http(path), call, HttpAnswer.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpAnswer conditions(String json) {
        return call("conditions", Calls.of("PUT", "", json));
    }

    List<Outcome> send(String text, String... numbers) {
        List<Recipient> recipients = Arrays.stream(numbers)
                .map(number -> new Recipient(Msisdn.of(number), "parcel-" + ++references))
                .toList();
        return gateway.send(new Batch(LINE, text, recipients));
    }

    /** A text to Thandi, as the carrier is asked about it. */
    static Sent asked(String reference) {
        return new Sent(LINE, "hello", new Recipient(Msisdn.of(THANDI), reference), Instant.EPOCH, List.of());
    }

    @Override
    public void close() {
        camel.stop();
        gateway.close();
    }
}
