package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dariro.gateway.Price;
import org.dariro.gateway.Tariff;
import org.dariro.gateways.api.Money;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.ExchangeRates;

/** What texts cost in the currency of a budget: as the price table says, and the exchange rate of the day. */
@Component
public class Fares {
    private final Tariff tariff;
    private final ExchangeRates rates;
    private final InstantSource clock;

    @Inject
    public Fares(Tariff tariff, ExchangeRates rates, InstantSource clock) {
        this.tariff = tariff;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * The cost of so many segments from a line to a member; empty when the tables do not say, which is not nothing.
     *
     * @param currency of the budget
     */
    Optional<BigDecimal> cost(Transaction tx, long line, Member to, int segments, String currency) {
        return tariff.quote(tx, line, to)
                .price()
                .map(Price::money)
                .flatMap(price -> in(tx, price, currency))
                .map(price -> price.multiply(BigDecimal.valueOf(segments)).setScale(6, RoundingMode.UP));
    }

    /** An amount in another currency; empty where no exchange rate is known. */
    Optional<BigDecimal> in(Transaction tx, Money price, String currency) {
        if (price.currency().equals(currency)) {
            return Optional.of(price.amount());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ExchangeRates.Table table = tx.local(ExchangeRates.Table.class, () -> rates.table(tx));
        return table.rate(price.currency(), currency, today)
                .map(rate -> price.amount().multiply(rate));
    }
}
