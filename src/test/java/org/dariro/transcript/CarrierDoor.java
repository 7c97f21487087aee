package org.dariro.transcript;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.platform.CamelRuntime;

/** Where carriers call a service that runs without a container: as the servlet does it, on a free port. */
public final class CarrierDoor implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile CamelRuntime camel;

    /** Opens it; calls are refused until {@link #serve}. */
    public CarrierDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/gateways/", this::handle);
        server.start();
    }

    /** What carriers call. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Hands calls to this service from now on. */
    public void serve(CamelRuntime service) {
        camel = service;
    }

    private void handle(HttpExchange exchange) throws IOException {
        HttpAnswer answer = answer(exchange);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpAnswer answer(HttpExchange exchange) throws IOException {
        CamelRuntime service = camel;
        if (service == null) {
            return HttpAnswer.error(503, "Starting");
        }
        String[] parts = exchange.getRequestURI()
                .getRawPath()
                .substring("/gateways/".length())
                .split("/", 3);
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        HttpCall call = new HttpCall(
                exchange.getRequestMethod(),
                parts.length < 3 ? "" : parts[2],
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes(),
                "127.0.0.1");
        try {
            return service.request("direct:gateways/" + parts[0] + "/" + parts[1], call, HttpAnswer.class);
        } catch (RuntimeException e) {
            return HttpAnswer.error(503, "Not stored");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
