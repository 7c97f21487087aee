package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.OptOut;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.Reports;
import org.dariro.gateways.testkit.SeparateCarrier;
import org.dariro.gateways.testkit.africastalking.FakeAfricasTalking;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway and the fake carrier talk to each other over HTTP, both ways. */
class BothWaysTest {
    private static final String THANDI = "+254711000001";
    private final BlockingQueue<String> called = new LinkedBlockingQueue<>();
    private Called service;
    private HttpServer server;

    @AfterEach
    void close() {
        server.stop(0);
        service.close();
    }

    @Test
    void aCarrierInItsOwnProcessTextsTakesAndReports() throws Exception {
        try (SeparateCarrier carrier = new SeparateCarrier(FakeAfricasTalking.class)) {
            open(carrier);
            assertTrue(carrier.text("15071", THANDI, "20880", "hello & 100% +1 \u2665"));
            assertEquals(
                    List.of(new InboundSms("at", "15071", THANDI, "20880", "hello & 100% +1 \u2665")),
                    service.inlets.texts());
            called.clear();
            carrier.reports(Reports.IN_ORDER);
            String id = send();
            awaitCalls(2);
            assertEquals(List.of(id, id), reported());
            assertEquals(List.of(Status.ON_ITS_WAY, Status.DELIVERED), statuses());
            carrier.report(id, Status.FAILED);
            awaitCalls(1);
            assertEquals(
                    Optional.of("DeliveryFailure"),
                    service.inlets.reports().get(2).code());
            assertEquals(1, carrier.taken().size());
        }
    }

    @Test
    void anEarlyReportComesBeforeTheAnswer() throws Exception {
        try (FakeAfricasTalking carrier = new FakeAfricasTalking()) {
            open(carrier);
            carrier.reports(Reports.EARLY);
            String id = send();
            assertEquals(List.of(id), reported());
        }
    }

    @Test
    void optOutsAndSessionsComeIn() throws Exception {
        try (FakeAfricasTalking carrier = new FakeAfricasTalking()) {
            open(carrier);
            assertTrue(carrier.calls().optOut(THANDI, "HOPE"));
            assertEquals(List.of(new OptOut("at", THANDI, "HOPE")), service.inlets.optOuts());
            service.inlets.show(new UssdReply("1 Read", true));
            assertEquals(Optional.of("CON 1 Read"), carrier.calls().ussd("s1", THANDI, "*384#", ""));
            assertTrue(carrier.calls().ussdEnd("s1", THANDI, "*384#", "Success", "KES 0.1500"));
            assertTrue(service.inlets.ends().get(0).completed());
            service.inlets.fail();
            assertFalse(carrier.calls().optOut(THANDI, "HOPE"));
            assertEquals(Optional.empty(), carrier.calls().ussd("s1", THANDI, "*384#", "1"));
        }
    }

    private void open(CallingCarrier carrier) throws Exception {
        service = new Called(carrier.settings());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/gateways/at/", this::serve);
        server.start();
        carrier.callsAt("http://localhost:" + server.getAddress().getPort(), "at");
    }

    /** Hands calls over as the service's servlet does. */
    private void serve(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getRawPath().split("/", 5);
        HttpAnswer answer = service.post(
                path[3], Called.call(path[4], exchange.getRequestBody().readAllBytes()));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        called.add(path[3]);
    }

    private String send() {
        Recipient to = new Recipient(Msisdn.of(THANDI), "parcel-1");
        Outcome outcome =
                service.gateway.send(new Batch("20880", "hello", List.of(to))).get(0);
        return assertInstanceOf(Outcome.Accepted.class, outcome).ids().get(0);
    }

    private void awaitCalls(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            assertEquals("receipts", called.poll(10, TimeUnit.SECONDS));
        }
    }

    private List<String> reported() {
        return service.inlets.reports().stream()
                .map(report -> report.carrierId())
                .toList();
    }

    private List<Status> statuses() {
        return service.inlets.reports().stream().map(report -> report.status()).toList();
    }
}
