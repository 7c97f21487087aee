package org.dariro.gateways.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dariro.gateways.api.HttpCall;

/** Builds the calls that carriers make. */
public final class Calls {
    private static final String LOCALHOST = "127.0.0.1";

    private Calls() {}

    /** A form body from names and values in turn. */
    public static String form(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> escape(field.getKey()) + "=" + escape(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The form body without one of its fields. */
    public static String formWithout(String form, String name) {
        return List.of(form.split("&")).stream()
                .filter(field -> !field.startsWith(escape(name) + "="))
                .collect(Collectors.joining("&"));
    }

    /** A POST of a form to the account's own path. */
    public static HttpCall post(byte[] form) {
        return new HttpCall(
                "POST",
                "",
                "",
                Map.of("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
                form,
                LOCALHOST);
    }

    /** A GET with a path below the account's and a query, both as they stand on the wire. */
    public static HttpCall get(String rest, String query) {
        return new HttpCall("GET", rest, query, Map.of(), new byte[0], LOCALHOST);
    }

    /** The call with another method, body and path. */
    public static HttpCall of(String method, String rest, String body) {
        return new HttpCall(method, rest, "", Map.of(), body.getBytes(StandardCharsets.UTF_8), LOCALHOST);
    }

    /** A call as the JDK's server took it; the whole path is its {@code rest}. */
    static HttpCall of(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new HttpCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath().substring(1),
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes(),
                LOCALHOST);
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
