package org.dariro.gateways.africastalking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.testkit.Inlets;

/** A running gateway for a test: called as the carrier would, with a stand-in for the service. */
final class Called implements AutoCloseable {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String SECOND = "Zm9vYmFyYmF6cXV4X3NlY3JldA";

    final Inlets inlets = new Inlets();
    final Gateway gateway;
    private final GatewayAccount account;
    private final CamelContext camel = new DefaultCamelContext();

    Called(Map<String, String> settings) throws Exception {
        account = account(settings);
        gateway = new AfricasTalkingFactory().create(account);
        camel.addRoutes(inlets);
        camel.addRoutes(gateway.routes());
        camel.start();
    }

    /** An account with these settings, over good ones. */
    static GatewayAccount account(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("USERNAME", "kituser", "API_KEY", "key", "SECRET", SECRET, "BASE_URL", "http://localhost:1"));
        all.putAll(settings);
        return new GatewayAccount(
                "at",
                "https://dariro.example.org",
                name -> Optional.ofNullable(all.get(name)),
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));
    }

    /** A call as the service hands it over. */
    static HttpCall call(String rest, byte[] body) {
        return call(rest, body, "203.0.113.9", Map.of());
    }

    static HttpCall call(String rest, byte[] body, String from, Map<String, List<String>> headers) {
        return new HttpCall("POST", rest, "", headers, body, from);
    }

    HttpAnswer post(String path, String form) {
        return post(path, call(SECRET, form.getBytes(StandardCharsets.UTF_8)));
    }

    HttpAnswer post(String path, HttpCall call) {
        try (var template = camel.createProducerTemplate()) {
            return template.requestBody(account.http(path), call, HttpAnswer.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
        gateway.close();
    }
}
