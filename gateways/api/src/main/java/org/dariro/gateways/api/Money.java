package org.dariro.gateways.api;

import java.math.BigDecimal;

/**
 * An amount in a currency; decimal, never floating point.
 *
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(BigDecimal amount, String currency) {
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Not an ISO 4217 currency code");
        }
    }
}
