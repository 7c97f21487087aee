package org.dariro.spend.invoice;

import java.time.LocalDate;
import java.util.Optional;
import org.dariro.gateways.api.Money;

/**
 * A row of an invoice.
 *
 * @param number as a spreadsheet counts
 * @param carrierId the carrier's id of the text, or our reference
 * @param day as the carrier dates it
 * @param amount never negative
 * @param prefix the first digits of the number that it went to
 * @param parcel that it is for; empty when it is none of ours
 */
public record InvoiceRow(
        int number,
        String carrierId,
        Optional<LocalDate> day,
        Money amount,
        Optional<Integer> segments,
        Optional<String> prefix,
        Optional<Long> parcel) {

    InvoiceRow of(Optional<Long> found) {
        return new InvoiceRow(number, carrierId, day, amount, segments, prefix, found);
    }
}
