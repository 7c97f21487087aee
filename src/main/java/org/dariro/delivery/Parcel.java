package org.dariro.delivery;

import org.dariro.gateways.api.Msisdn;

/** One MT for one member, on its way to the wire. {@code attempts} counts this one too. */
record Parcel(long id, long memberId, Msisdn number, Kind kind, int attempts) {

    /** Our reference at the carrier. */
    String reference() {
        return Long.toString(id);
    }

    /** The parcel of a reference that a carrier echoed; -1 if it is not one of ours. */
    static long id(String reference) {
        try {
            return Long.parseLong(reference);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
