package org.dariro.spend;

/**
 * How many texts.
 *
 * @param naiveSegments what naive fan-out would have been billed as
 * @param unpriced parcels of which nobody knows what they cost
 */
public record Counts(long parcels, long segments, long naiveSegments, long unpriced) {
    /** None. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                parcels + other.parcels,
                segments + other.segments,
                naiveSegments + other.naiveSegments,
                unpriced + other.unpriced);
    }
}
