package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.Reports;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both directions over HTTP: the gateway sends, and the fake Twilio calls what the gateway gave it as an address. */
class OverTheWireTest {
    private final FakeTwilio twilio = new FakeTwilio();
    private final BlockingQueue<DeliveryReport> reports = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<InboundSms> texts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final HttpServer service;
    private final TwilioCalls calls;
    private final Gateway gateway;

    OverTheWireTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        String url = "http://localhost:" + service.getAddress().getPort();
        GatewayAccount account = new GatewayAccount(
                "tw", url, name -> Optional.ofNullable(twilio.settings().get(name)), InstantSource.system());
        calls = new TwilioCalls(account, new Signature(List.of(FakeTwilio.TOKEN)));
        gateway = new TwilioFactory().create(account);
        service.createContext("/gateways/tw/sms", exchange -> {
            texts.add(calls.sms(call(exchange)));
            answer(exchange);
        });
        service.createContext("/gateways/tw/receipts", exchange -> {
            reports.add(calls.receipt(call(exchange)).report());
            answer(exchange);
        });
        service.start();
        twilio.callsAt(url, "tw");
    }

    @AfterEach
    void close() {
        gateway.close();
        twilio.close();
        service.stop(0);
    }

    @Test
    void aTextOfAPhoneComesInSigned() {
        assertTrue(twilio.text("SM1", "+27821234567", "+27600000001", "Good day ♥ & all = +1"));
        assertEquals(
                List.of(new InboundSms("tw", "SM1", "+27821234567", "+27600000001", "Good day ♥ & all = +1")),
                List.copyOf(texts));
        failures.set(1);
        assertTrue(!twilio.text("SM2", "+27821234567", "+27600000001", "x"), "not taken");
    }

    @Test
    void reportsFollowTheAnswerWithOurReference() throws Exception {
        twilio.reports(Reports.IN_ORDER);
        String id = send();
        assertEquals(List.of(Status.ON_ITS_WAY, Status.DELIVERED), statuses(id, 2));
    }

    @Test
    void earlyReportsComeBeforeTheAnswer() throws Exception {
        twilio.reports(Reports.EARLY);
        String id = send();
        assertEquals(1, reports.size());
        assertEquals(List.of(Status.DELIVERED), statuses(id, 1));
    }

    @Test
    void aReportThatIsNotTakenIsRepeated() throws Exception {
        failures.set(1);
        twilio.reports(Reports.REVERSED);
        String id = send();
        assertEquals(List.of(Status.DELIVERED, Status.DELIVERED, Status.ON_ITS_WAY), statuses(id, 3));
        twilio.report(id, Status.FAILED);
        assertEquals(List.of(Status.FAILED), statuses(id, 1));
    }

    private String send() {
        Outcome outcome = gateway.send(Accounts.batch("hello")).get(0);
        return assertInstanceOf(Outcome.Accepted.class, outcome).ids().get(0);
    }

    private List<Status> statuses(String id, int count) throws InterruptedException {
        List<Status> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DeliveryReport report = reports.poll(10, TimeUnit.SECONDS);
            assertEquals(id, report.carrierId());
            assertEquals(Optional.of("7"), report.reference());
            statuses.add(report.status());
        }
        return statuses;
    }

    private static HttpCall call(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new HttpCall(
                exchange.getRequestMethod(),
                "",
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes(),
                "127.0.0.1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 200, -1);
        exchange.close();
    }
}
