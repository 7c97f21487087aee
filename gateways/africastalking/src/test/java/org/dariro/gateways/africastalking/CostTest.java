package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts keep their currency and every digit. */
class CostTest {

    @ParameterizedTest
    @CsvSource({
        "KES 0.8000, KES, 0.8000",
        "TZS 22, TZS, 22",
        "UGX35.5, UGX, 35.5",
        "'NGN 1,785.50', NGN, 1785.50",
        "KES -3.10, KES, -3.10"
    })
    void anAmountIsDecimalInItsCurrency(String written, String currency, BigDecimal amount) {
        assertEquals(Optional.of(new Money(amount, currency)), Cost.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.80", "None", "kes 1", "KES", "KES 1,2", "KES 1.2.3", "KES 1e9", "KES 1 USD 2"})
    void anythingElseIsNoAmount(String written) {
        assertEquals(Optional.empty(), Cost.parse(written));
    }

    @Test
    void theBalanceIsReadInBothSpellings() {
        var kes = Optional.of(new Money(new BigDecimal("1785.50"), "KES"));
        assertEquals(kes, balance(200, "{\"UserData\":{\"balance\":\"KES 1785.50\"}}"));
        assertEquals(kes, balance(200, "{\"userData\":{\"balance\":\"KES 1785.50\"}}"));
        assertEquals(Optional.empty(), balance(200, "The supplied authentication is invalid"));
        assertEquals(Optional.empty(), balance(401, "The supplied authentication is invalid"));
    }

    private static Optional<Money> balance(int status, String body) {
        return Cost.balance(
                new AfricasTalkingHttp.Answer(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
