package org.dariro.spend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dariro.gateways.api.Money;

/**
 * An entry of the ledger, never changed. Its postings sum to zero in each currency.
 *
 * @param why the reason of a correction, the source of a charge; empty for an estimate
 */
public record LedgerEntry(Instant at, long parcel, Type type, String why, List<Posting> postings) {
    public LedgerEntry {
        postings = List.copyOf(postings);
    }

    /** What happened. */
    public enum Type {
        ESTIMATE,
        CORRECTION,
        CHARGE,
        INVOICE
    }

    /** An amount that is added to an account. */
    public record Posting(LedgerAccount account, Money amount) {}

    /** The sum of what is posted to accounts of a type, in a currency. */
    public BigDecimal sum(LedgerAccount.Type type, String currency) {
        return postings.stream()
                .filter(posting -> posting.account().type() == type
                        && posting.amount().currency().equals(currency))
                .map(posting -> posting.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
