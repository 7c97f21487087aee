package org.dariro.gateways.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP call that a carrier made, body untouched so that a signature can be checked.
 *
 * @param method upper case
 * @param rest the path after {@code /gateways/<account>/<path>}, without a leading slash; often empty
 * @param query the raw query string, empty if none
 * @param headers by lower-case name
 * @param body the raw body, at most 64 KB
 * @param remoteAddress the caller's address
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared; the raw bytes are what signatures need
public record HttpCall(
        String method,
        String rest,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String remoteAddress) {

    /** The first value of a header, by lower-case name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The fields of a form body ({@code application/x-www-form-urlencoded}, UTF-8), in order, every value kept.
     *
     * @throws UnreadableCall when an escape is broken
     */
    public Map<String, List<String>> form() {
        return fields(text());
    }

    /** The fields of the query string. */
    public Map<String, List<String>> queryFields() {
        return fields(query);
    }

    /**
     * A form field that the carrier always sends.
     *
     * @throws UnreadableCall naming the field when it is missing or blank
     */
    public static String required(Map<String, List<String>> form, String name) {
        return optional(form, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UnreadableCall("The field '" + name + "' is missing."));
    }

    /** The first value of a form field. */
    public static Optional<String> optional(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Map<String, List<String>> fields(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.computeIfAbsent(decode(name), n -> new ArrayList<>(1)).add(decode(value));
            }
        }
        return fields;
    }

    private static String decode(String escaped) {
        try {
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableCall("The form has a broken percent escape.");
        }
    }

    /** Masked: no query and no body. */
    @Override
    public String toString() {
        return "HttpCall[" + method + ", " + body.length + " bytes]";
    }
}
