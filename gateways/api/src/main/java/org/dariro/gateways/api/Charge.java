package org.dariro.gateways.api;

import java.util.Optional;

/**
 * What a carrier says an MT costs.
 *
 * @param amount for all its segments; never negative, as some carriers write it
 * @param segments how many segments the carrier bills, where it says so
 */
public record Charge(Money amount, Optional<Integer> segments) {

    /** A charge without a word on segments. */
    public static Charge of(Money amount) {
        return new Charge(amount, Optional.empty());
    }
}
