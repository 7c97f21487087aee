package org.dariro.delivery;

import java.time.Instant;
import java.util.Optional;
import org.dariro.spend.Encoding;

/**
 * One MT as staff see it: what became of it and what it is billed as, never its text or its number.
 *
 * @param group empty for a text that belongs to no group
 * @param membership the place of its reader in that group
 * @param nickname the reader's; empty before there is one
 * @param code what the carrier or the service said of it last
 * @param segments how many are billed
 * @param firstSeq the number of the first post in it; empty if there is none
 * @param attempts how often it was put on the wire
 */
public record Delivery(
        long id,
        Optional<Long> group,
        Optional<Long> membership,
        Optional<String> nickname,
        Kind kind,
        ParcelState state,
        Optional<String> code,
        Encoding encoding,
        int segments,
        Optional<Long> firstSeq,
        Optional<Long> lastSeq,
        int attempts,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What is known of a parcel whose fate is unknown, or was.
     *
     * @param asked how often the carrier was asked about it
     * @param answer what it said last: {@code found}, {@code not-found} or {@code none}
     * @param carrierIds how many ids the carrier has given it
     */
    public record Evidence(
            ParcelState state,
            Optional<String> code,
            int attempts,
            Instant since,
            int asked,
            Optional<Instant> askedAt,
            Optional<String> answer,
            int carrierIds) {}

    /** One parcel of posts for one member: the first and the last post in it. */
    public record Leg(long member, long first, long last, ParcelState state) {
        /** Whether a post is in it. */
        public boolean holds(long seq) {
            return first <= seq && seq <= last;
        }
    }

    /** How many parcels of a kind are in a state, and the segments they are billed as. */
    public record Count(Kind kind, ParcelState state, long parcels, long segments) {}
}
