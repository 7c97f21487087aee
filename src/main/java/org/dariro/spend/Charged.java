package org.dariro.spend;

import java.time.Instant;
import java.util.Optional;
import org.dariro.gateways.api.Money;

/**
 * A charge as it is entered: what the carrier told first, or by how much it changed its word.
 *
 * @param segments that the carrier says it bills
 */
public record Charged(
        long id,
        String account,
        long parcel,
        Money amount,
        Optional<Integer> segments,
        ChargeSource source,
        Instant at) {}
