package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.dariro.gateway.Price;
import org.dariro.gateway.Tariff;
import org.dariro.gateways.api.Money;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** What texts cost in the currency of a budget. */
@Component
public class Fares {
    private final Tariff tariff;

    @Inject
    public Fares(Tariff tariff) {
        this.tariff = tariff;
    }

    /** The cost of so many segments from a line to a member; empty when the tables do not say, which is not nothing. */
    Optional<BigDecimal> cost(Transaction tx, long line, Member to, int segments, String currency) {
        return tariff.quote(tx, line, to)
                .price()
                .map(Price::money)
                .filter(money -> money.currency().equals(currency))
                .map(Money::amount)
                .map(price -> price.multiply(BigDecimal.valueOf(segments)));
    }
}
