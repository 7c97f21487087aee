package org.dariro.spend;

import java.math.BigDecimal;
import java.util.Optional;
import org.dariro.gateway.Price;
import org.dariro.gateway.Quote;
import org.dariro.gateways.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel is expected to cost, as it is written with it.
 *
 * @param segments that will be billed
 * @param naiveSegments that one text for each of its posts would be billed as; 0 for the second and later part of a long post
 * @param quote the price of a segment and the network, as they are known at that moment
 * @param causedBy the place of whoever wrote most of it; null for the service's own texts
 */
public record Estimate(
        int segments,
        int naiveSegments,
        Quote quote,
        @Nullable Long causedBy) {

    /** The amount; empty when no price is known, which is not nothing. */
    public Optional<Money> money() {
        return quote.price().map(price -> times(price, segments));
    }

    /** What naive fan-out would cost instead; empty when no price is known. */
    public Optional<Money> naive() {
        return quote.price().map(price -> times(price, naiveSegments));
    }

    /** The row of the price table; null when there is none. */
    public @Nullable Long priceId() {
        return quote.price().isPresent() ? quote.price().get().id() : null;
    }

    /** MCC and MNC; null when the network is not known. */
    public @Nullable String network() {
        return quote.network().isPresent() ? quote.network().get().code() : null;
    }

    private static Money times(Price price, int segments) {
        return new Money(
                price.money().amount().multiply(BigDecimal.valueOf(segments)),
                price.money().currency());
    }
}
