package org.dariro.gateways.api;

import java.time.Instant;
import java.util.List;

/**
 * An MT of ours, as a carrier is asked about it.
 *
 * @param sender the line's address it was sent from
 * @param text the body as it was handed to {@link Gateway#send}
 * @param at when it was put on the wire, or a little before
 * @param ids the carrier's ids of it, as far as they are known; empty when the answer was lost
 */
public record Sent(String sender, String text, Recipient recipient, Instant at, List<String> ids) {
    public Sent {
        ids = List.copyOf(ids);
    }

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "Sent[at " + at + ", " + ids.size() + " ids]";
    }
}
