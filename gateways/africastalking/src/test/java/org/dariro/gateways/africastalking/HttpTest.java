package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request is made once, and what became of it is told apart: surely not sent, or perhaps. */
class HttpTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int status = 200;
    private boolean stalls;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void close() {
        done.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 408, 429, 500, 502, 503, 504})
    void noAnswerMakesItAskAgain(int answer) throws Exception {
        status = answer;
        send("http");
        assertEquals(1, requests.get());
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsGivenUpInTime() throws Exception {
        stalls = true;
        assertEquals(new Outcome.Unknown("NO_ANSWER"), send("http"));
        assertEquals(1, requests.get());
    }

    @Test
    void whereNoTlsIsSpokenNothingIsSent() throws Exception {
        assertEquals(new Outcome.RetryLater("NO_CONNECTION"), send("https"));
        assertEquals(0, requests.get());
    }

    private Outcome send(String scheme) throws Exception {
        String url = scheme + "://localhost:" + server.getAddress().getPort();
        try (Called called = new Called(Map.of("BASE_URL", url, "TIMEOUT_MS", "1000"))) {
            return called.gateway.send(batch()).get(0);
        }
    }

    private static Batch batch() {
        return new Batch("20880", "hello", List.of(new Recipient(Msisdn.of("+254711000001"), "parcel")));
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders()
                .set("Location", "http://localhost:" + server.getAddress().getPort() + "/else");
        exchange.sendResponseHeaders(status, stalls ? 1_000 : -1);
        if (stalls) {
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }
}
