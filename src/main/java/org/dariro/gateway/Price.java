package org.dariro.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.member.Network;

/**
 * What one segment from a line costs to some numbers, from a day on.
 *
 * @param country ISO 3166 alpha-2
 * @param network the numbers at this network; empty for all that no other price of the line names
 * @param prefix the numbers that begin so, digits with the country code; never together with a network
 * @param validFrom the first day, in UTC
 * @param source where the price was read: a page and its date, an invoice
 */
public record Price(
        long id,
        long line,
        String country,
        Optional<Network> network,
        Optional<String> prefix,
        Money money,
        LocalDate validFrom,
        String source,
        Instant importedAt) {

    /** Whether this says the same as another price. */
    boolean repeats(Price other) {
        return line == other.line
                && country.equals(other.country)
                && network.equals(other.network)
                && prefix.equals(other.prefix)
                && money.currency().equals(other.money.currency())
                && money.amount().compareTo(other.money.amount()) == 0
                && validFrom.equals(other.validFrom)
                && source.equals(other.source);
    }

    /** How closely this fits a number: by network 100, by prefix its length, by country 0; -1 when it does not. */
    int fit(Destination to) {
        if (to.country().filter(country::equals).isEmpty()) {
            return -1;
        } else if (network.isPresent()) {
            return network.equals(to.network()) ? 100 : -1;
        } else if (prefix.isPresent()) {
            return !to.ported() && to.digits().startsWith(prefix.get())
                    ? prefix.get().length()
                    : -1;
        }
        return 0;
    }
}
