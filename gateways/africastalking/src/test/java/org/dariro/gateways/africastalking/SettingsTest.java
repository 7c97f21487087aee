package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings have their defaults, and a wrong one stops the start without being repeated. */
class SettingsTest {

    @Test
    void theUserNameSandboxLeadsToTheSandbox() {
        assertEquals(
                "https://api.sandbox.africastalking.com",
                settings("USERNAME", "sandbox", "BASE_URL", "").baseUrl());
        assertEquals("https://api.africastalking.com", settings("BASE_URL", "").baseUrl());
        assertEquals(
                "https://at.example.org",
                settings("USERNAME", "sandbox", "BASE_URL", "https://at.example.org/")
                        .baseUrl());
    }

    @Test
    void theFormEndpointIsTheDefault() {
        assertEquals("/version1/messaging", settings().sendPath());
        assertFalse(settings().isBulk());
        assertTrue(settings("SEND_PATH", "/version1/messaging/bulk").isBulk());
        assertEquals(500, settings().maxRecipients());
        assertEquals(Optional.empty(), settings().enqueue());
    }

    @ParameterizedTest
    @CsvSource({
        "BASE_URL, http://api.africastalking.com",
        "BASE_URL, ftp://localhost",
        "BASE_URL, http:nonsense",
        "BASE_URL, https://user:word@api.example.org",
        "BASE_URL, api.africastalking.com",
        "SEND_PATH, other/path",
        "SEND_PATH, /a b",
        "MAX_RECIPIENTS, -7",
        "TIMEOUT_MS, soon",
        "CONNECTIONS, 100000",
        "ENQUEUE, perhaps",
        "SHARED_SENDER, perhaps",
        "PROXY_ADDRESSES, proxy.example.org",
        "USERNAME, ''",
        "API_KEY, ' '",
        "SECRET, ''"
    })
    void aWrongSettingStopsTheStartAndIsNamed(String name, String value) {
        var fault = assertThrows(IllegalArgumentException.class, () -> settings(name, value));
        assertTrue(fault.getMessage().contains("DARIRO_ACCOUNT_AT_" + name), fault.getMessage());
        assertTrue(value.isBlank() || !fault.getMessage().contains(value), fault.getMessage());
    }

    @Test
    void noKeyAndNoSecretIsShown() {
        String shown = settings("API_KEY", "canary-key").toString() + settings().callers();
        assertFalse(shown.contains("canary-key") || shown.contains(Called.SECRET), shown);
    }

    private static AfricasTalkingSettings settings(String... namesAndValues) {
        Map<String, String> settings = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return AfricasTalkingSettings.of(Called.account(settings));
    }
}
