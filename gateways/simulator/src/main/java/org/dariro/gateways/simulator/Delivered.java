package org.dariro.gateways.simulator;

import org.dariro.gateways.api.Msisdn;

/**
 * A text that reached a phone.
 *
 * @param from the line it came from
 * @param to the phone
 * @param text the whole text
 * @param reference our id of the parcel
 */
public record Delivered(String from, Msisdn to, String text, String reference) {

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "Delivered[" + reference + "]";
    }
}
