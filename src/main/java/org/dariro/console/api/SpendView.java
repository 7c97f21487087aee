package org.dariro.console.api;

import java.math.BigDecimal;
import java.util.List;
import org.dariro.spend.Amounts;
import org.dariro.spend.Counts;
import org.jspecify.annotations.Nullable;

/**
 * What was spent.
 *
 * @param from the first day, in UTC
 * @param to the last day
 * @param by what the items are
 * @param currency the programme's, of {@code converted}
 * @param total of all items
 * @param missingRates exchange rates without which nothing is converted, and the first day that needs each
 */
public record SpendView(
        String from,
        String to,
        String by,
        String currency,
        List<ItemView> items,
        ItemView total,
        List<MissingRateView> missingRates) {

    /**
     * A sum. Amounts are decimal numbers as text.
     *
     * @param item an id, a network's code, a day or a kind; null for what has none
     * @param label what people call it; null where there is no name
     * @param parcels texts
     * @param naiveSegments what one text for each post and reader would have been billed as
     * @param unpriced texts of which nobody knows what they cost: they are in no amount
     * @param amounts one for each currency
     * @param converted all of them in the programme's currency; null while a rate is missing
     */
    public record ItemView(
            @Nullable String item,
            @Nullable String label,
            long parcels,
            long segments,
            long naiveSegments,
            long unpriced,
            List<AmountsView> amounts,
            @Nullable AmountsView converted) {

        static ItemView of(
                @Nullable String item,
                @Nullable String label,
                Counts counts,
                List<AmountsView> amounts,
                @Nullable AmountsView converted) {
            return new ItemView(
                    item,
                    label,
                    counts.parcels(),
                    counts.segments(),
                    counts.naiveSegments(),
                    counts.unpriced(),
                    amounts,
                    converted);
        }
    }

    /**
     * Amounts in a currency.
     *
     * @param expected what carriers have not charged yet
     * @param charged what they have
     * @param spent both
     * @param naive what naive fan-out would have cost
     * @param saved naive less spent
     */
    public record AmountsView(
            String currency, String expected, String charged, String spent, String naive, String saved) {
        static AmountsView of(String currency, Amounts amounts) {
            return new AmountsView(
                    currency,
                    plain(amounts.expected()),
                    plain(amounts.charged()),
                    plain(amounts.spent()),
                    plain(amounts.naive()),
                    plain(amounts.saved()));
        }
    }

    /** A rate that the table does not have. */
    public record MissingRateView(String from, String to, String day) {}

    /** A decimal number with at least two decimals. */
    static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
