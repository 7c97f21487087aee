package org.dariro.spend;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one unit of a currency is in another, from a day on.
 *
 * @param from ISO 4217
 * @param to ISO 4217
 * @param validFrom the first day, in UTC
 * @param source where it was read
 */
public record ExchangeRate(
        long id, String from, String to, BigDecimal rate, LocalDate validFrom, String source, Instant importedAt) {

    /** Whether this says the same as another. */
    boolean repeats(ExchangeRate other) {
        return from.equals(other.from)
                && to.equals(other.to)
                && rate.compareTo(other.rate) == 0
                && validFrom.equals(other.validFrom)
                && source.equals(other.source);
    }
}
