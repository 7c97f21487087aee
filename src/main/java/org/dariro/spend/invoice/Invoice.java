package org.dariro.spend.invoice;

import java.time.Instant;
import java.util.Optional;

/**
 * A carrier's invoice as it was imported.
 *
 * @param account at the carrier
 * @param number that the carrier gave it
 * @param form the kind of table: {@code plain}, {@code twilio}, {@code africastalking}
 * @param confirmedAt when a person let it be entered
 */
public record Invoice(
        long id,
        String account,
        String number,
        String form,
        Instant importedAt,
        Optional<Instant> confirmedAt,
        Optional<String> confirmedBy) {}
