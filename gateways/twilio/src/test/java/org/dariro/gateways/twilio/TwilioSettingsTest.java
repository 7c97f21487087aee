package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting stops the start, is named, and is not repeated. */
class TwilioSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "SID, ''",
        "SID, AC12",
        "SID, SK0123456789abcdef0123456789abcdef",
        "AUTH_TOKEN, ''",
        "API_KEY, secret-7",
        "API_KEY, SK0123456789abcdef0123456789abcdef",
        "API_SECRET, secret-7",
        "MESSAGING_SERVICE, secret-7",
        "VALIDITY_SECONDS, 0",
        "VALIDITY_SECONDS, 36001",
        "CONNECTIONS, many",
        "TIMEOUT_MS, 0",
        "BASE_URL, api.twilio.com",
        "BASE_URL, ftp://secret-7",
        "BASE_URL, https://api.twilio.com?region=secret-7",
        "BASE_URL, https:// secret-7",
    })
    void aWrongSettingIsNamedAndNotRepeated(String name, String value) {
        var wrong = assertThrows(
                IllegalArgumentException.class, () -> TwilioSettings.of(Accounts.account(Map.of(name, value))));
        assertTrue(wrong.getMessage().startsWith("The setting DARIRO_ACCOUNT_TW_"), wrong.getMessage());
        assertTrue(wrong.getMessage().contains(name.substring(0, 3)), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("secret-7"), wrong.getMessage());
    }

    @Test
    void theAccountAndItsTokenAreEnough() {
        TwilioSettings settings = TwilioSettings.of(Accounts.account(Map.of("BASE_URL", " ")));
        assertEquals(FakeTwilio.SID, settings.user());
        assertEquals(FakeTwilio.TOKEN, settings.secret());
        assertEquals(List.of(FakeTwilio.TOKEN), settings.tokens());
        assertTrue(settings.baseUrl().isEmpty());
        assertFalse(settings.toString().contains(FakeTwilio.TOKEN));
    }

    @Test
    void aSecondTokenIsForSignaturesOnly() {
        TwilioSettings settings = TwilioSettings.of(Accounts.account(Map.of("AUTH_TOKEN_2", "other")));
        assertEquals(List.of(FakeTwilio.TOKEN, "other"), settings.tokens());
        assertEquals(FakeTwilio.TOKEN, settings.secret());
    }
}
