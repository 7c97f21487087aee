package org.dariro.gateway;

import java.util.Optional;
import org.dariro.member.Network;

/**
 * Where a member's number is, as far as it is known.
 *
 * @param country ISO 3166 alpha-2; empty for a number of no country
 * @param network empty when neither staff nor the prefix table say
 * @param ported whether staff say so, which makes the prefix worthless
 * @param digits of the number with the country code
 */
public record Destination(Optional<String> country, Optional<Network> network, boolean ported, String digits) {

    /** Masked: no number. */
    @Override
    public String toString() {
        return "Destination[" + country.orElse("-") + "]";
    }
}
