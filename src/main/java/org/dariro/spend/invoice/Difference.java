package org.dariro.spend.invoice;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Money;

/**
 * What an invoice and the ledger say of one text, where they do not say the same.
 *
 * @param row on the invoice, the first of several; 0 when it is not on it
 * @param parcel empty when it is none of ours
 * @param billed what the invoice says; empty when it is not on it
 * @param booked what the ledger says, by currency
 * @param billedSegments what the invoice says
 * @param segments that we count
 * @param price the row of the price table that the estimate was made with, of one segment
 */
public record Difference(
        Reason reason,
        int row,
        String carrierId,
        Optional<Long> parcel,
        Optional<Money> billed,
        Map<String, BigDecimal> booked,
        Optional<Integer> billedSegments,
        int segments,
        Optional<Long> price) {}
