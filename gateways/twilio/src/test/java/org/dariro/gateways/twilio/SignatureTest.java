package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dariro.gateways.api.HttpCall;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our check of a signature agrees with Twilio's own Node library on every vector made with it. */
class SignatureTest {
    private static final String URL = "https://sms.example.org/gateways/tw/sms";

    @TestFactory
    Stream<DynamicTest> theVectorsOfTwiliosLibraryHold() throws IOException {
        try (InputStream file = SignatureTest.class.getResourceAsStream("/twilio-signature-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file);
            assertEquals(50, vectors.get("form").size() + vectors.get("json").size());
            return Stream.of("form", "json")
                    .flatMap(kind -> StreamSupport.stream(vectors.get(kind).spliterator(), false))
                    .map(vector -> DynamicTest.dynamicTest(
                            vector.get("name").asText(),
                            () -> assertEquals(
                                    vector.get("expect").asBoolean(),
                                    new Signature(List.of(
                                                    vector.get("authToken").asText()))
                                            .isGenuine(
                                                    call(vector),
                                                    vector.get("configuredUrl").asText()))));
        }
    }

    @Test
    void eitherTokenIsAcceptedWhileOneIsReplaced() {
        HttpCall call = form(Map.of("x-twilio-signature", List.of("DmV8JBUzE3vQ/HKHpkbqsBkQmS4=")));
        String right = "kit-auth-token";
        String signature = new org.dariro.gateways.testkit.twilio.TwilioSigner(right).sign(URL, call.form());
        HttpCall signed = form(Map.of("x-twilio-signature", List.of(signature)));
        assertTrue(new Signature(List.of("another", right)).isGenuine(signed, URL));
        assertTrue(new Signature(List.of(right, "another")).isGenuine(signed, URL));
        assertFalse(new Signature(List.of("another", "a third")).isGenuine(signed, URL));
        assertFalse(new Signature(List.of(right)).isGenuine(call, URL));
    }

    @Test
    void aBodyThatIsNeitherAFormNorHashedIsForged() {
        String signature = new org.dariro.gateways.testkit.twilio.TwilioSigner("t").sign(URL, Map.of());
        HttpCall call = new HttpCall(
                "POST",
                "",
                "",
                Map.of("x-twilio-signature", List.of(signature), "content-type", List.of("text/plain")),
                "From=%2B1".getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
        assertFalse(new Signature(List.of("t")).isGenuine(call, URL));
    }

    private static HttpCall form(Map<String, List<String>> headers) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.put("content-type", List.of("application/x-www-form-urlencoded"));
        return new HttpCall("POST", "", "", all, "Body=hi".getBytes(StandardCharsets.UTF_8), "127.0.0.1");
    }

    private static HttpCall call(JsonNode vector) {
        String url = vector.get("configuredUrl").asText();
        Map<String, List<String>> headers = new HashMap<>();
        if (!vector.get("signature").isNull()) {
            headers.put("x-twilio-signature", List.of(vector.get("signature").asText()));
        }
        if (!vector.get("contentType").isNull()) {
            headers.put("content-type", List.of(vector.get("contentType").asText()));
        }
        return new HttpCall(
                vector.path("method").asText("POST"),
                "",
                url.contains("?") ? url.substring(url.indexOf('?') + 1) : "",
                headers,
                vector.get("rawBody").asText().getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
    }
}
