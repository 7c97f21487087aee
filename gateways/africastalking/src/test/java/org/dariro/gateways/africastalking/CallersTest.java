package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.testkit.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call: the secret in the path, its rotation, and the list of addresses. */
class CallersTest {
    private static final List<String> PATHS = List.of("sms", "receipts", "opt-outs", "ussd", "ussd-end");
    private static final byte[] FORM = Calls.form(
                    "id",
                    "1",
                    "from",
                    "+254711000001",
                    "to",
                    "20880",
                    "text",
                    "hi",
                    "status",
                    "Success",
                    "senderId",
                    "HOPE",
                    "phoneNumber",
                    "+254711000001",
                    "sessionId",
                    "s",
                    "serviceCode",
                    "*384#")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void everyPathNeedsTheSecret() throws Exception {
        try (Called called = new Called(Map.of())) {
            for (String path : PATHS) {
                assertEquals(
                        200, called.post(path, Called.call(Called.SECRET, FORM)).status(), path);
                for (String wrong : List.of("", "x", Called.SECOND, Called.SECRET + "/", "/" + Called.SECRET)) {
                    assertEquals(
                            403, called.post(path, Called.call(wrong, FORM)).status(), path);
                }
            }
        }
    }

    @Test
    void whileItIsRotatedBothSecretsAreGood() throws Exception {
        try (Called called = new Called(Map.of("SECRET_2", Called.SECOND))) {
            for (String secret : List.of(Called.SECRET, Called.SECOND)) {
                assertEquals(200, called.post("sms", Called.call(secret, FORM)).status());
            }
            assertEquals(403, called.post("sms", Called.call("neither", FORM)).status());
        }
    }

    @Test
    void onlyAPostIsRead() throws Exception {
        try (Called called = new Called(Map.of())) {
            var get = new HttpCall("GET", Called.SECRET, "text=hi", Map.of(), new byte[0], "203.0.113.9");
            assertEquals(400, called.post("sms", get).status());
        }
    }

    @Test
    void onlyListedAddressesMayCall() throws Exception {
        try (Called called = new Called(Map.of("ALLOWED_ADDRESSES", "192.0.2.7, 198.51.100.0/24,2001:db8::/32"))) {
            for (String good : List.of("192.0.2.7", "198.51.100.255", "2001:db8:1::9", "::ffff:192.0.2.7")) {
                assertEquals(200, from(called, good, List.of()), good);
            }
            for (String bad : List.of("192.0.2.8", "198.51.101.0", "2001:db9::1", "", "localhost")) {
                assertEquals(403, from(called, bad, List.of()), bad);
            }
            assertEquals(403, from(called, "203.0.113.9", List.of("192.0.2.7")), "the header of a stranger");
        }
    }

    @Test
    void behindAProxyTheCallerIsWhoCalledTheProxy() throws Exception {
        Map<String, String> settings =
                Map.of("ALLOWED_ADDRESSES", "192.0.2.7", "PROXY_ADDRESSES", "127.0.0.1, 10.0.0.0/8");
        try (Called called = new Called(settings)) {
            assertEquals(200, from(called, "127.0.0.1", List.of("192.0.2.7")));
            assertEquals(200, from(called, "127.0.0.1", List.of("192.0.2.7, 10.1.2.3")));
            assertEquals(200, from(called, "127.0.0.1", List.of("192.0.2.7", "10.1.2.3")));
            assertEquals(403, from(called, "127.0.0.1", List.of("192.0.2.7, 203.0.113.9")), "said by the caller");
            assertEquals(403, from(called, "127.0.0.1", List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "0123456789abcdef0123456789abcde", // 31 hexadecimal digits
                "Zm9vYmFyYmF6cXV4X3Nl", // 20 characters of base64
                "with/slash/and?more=things&so+on",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aSecretThatCanBeGuessedStopsTheStart(String secret) {
        for (String name : List.of("SECRET", "SECRET_2")) {
            var fault = assertThrows(
                    IllegalArgumentException.class, () -> PathSecrets.of(Called.account(Map.of(name, secret))));
            assertTrue(fault.getMessage().contains("DARIRO_ACCOUNT_AT_" + name + " must be"), fault.getMessage());
            assertFalse(fault.getMessage().contains(secret));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.org", "192.0.2", "192.0.2.7/33", "2001:db8::/129", "192.0.2.7/x", "dead.beef", "*"})
    void aListThatIsNoListStopsTheStart(String list) {
        assertThrows(
                IllegalArgumentException.class,
                () -> AddressList.of(Called.account(Map.of("ALLOWED_ADDRESSES", list)), "ALLOWED_ADDRESSES"));
    }

    private static int from(Called called, String address, List<String> forwarded) {
        Map<String, List<String>> headers = forwarded.isEmpty() ? Map.of() : Map.of("x-forwarded-for", forwarded);
        return called.post("sms", Called.call(Called.SECRET, FORM, address, headers))
                .status();
    }
}
