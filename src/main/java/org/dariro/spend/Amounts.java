package org.dariro.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What texts cost, in one currency.
 *
 * @param expected what carriers have not charged yet
 * @param charged what they have
 * @param naive what naive fan-out would have cost
 */
public record Amounts(BigDecimal expected, BigDecimal charged, BigDecimal naive) {
    /** Nothing. */
    public static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** What is spent: charged, and expected where nothing is charged yet. */
    public BigDecimal spent() {
        return expected.add(charged);
    }

    /** What was saved against naive fan-out. */
    public BigDecimal saved() {
        return naive.subtract(spent());
    }

    Amounts plus(Amounts other) {
        return new Amounts(expected.add(other.expected), charged.add(other.charged), naive.add(other.naive));
    }

    Amounts times(BigDecimal rate) {
        return new Amounts(converted(expected, rate), converted(charged, rate), converted(naive, rate));
    }

    private static BigDecimal converted(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(6, RoundingMode.HALF_UP);
    }
}
