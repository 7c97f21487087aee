package org.dariro.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dariro.gateways.api.Money;

/**
 * A parcel as the ledger knows it.
 *
 * @param group 0 for none
 * @param place the reader's place in the group
 * @param line that it goes by now
 * @param kind {@code GROUP}, {@code MENTOR}, {@code CARE}, {@code SYSTEM}, {@code SAFETY}
 * @param causedBy the place of whoever wrote most of it
 * @param failed whether it will not arrive
 * @param price the row of the price table that the estimate was made with
 * @param estimate what it was expected to cost as it was written; empty when no price was known
 */
public record Written(
        long id,
        Instant at,
        long group,
        Optional<Long> place,
        long line,
        String kind,
        Optional<String> network,
        Optional<Long> causedBy,
        int segments,
        int naiveSegments,
        boolean failed,
        Optional<Long> price,
        Optional<Money> estimate) {

    /** The day that it is counted under, in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
