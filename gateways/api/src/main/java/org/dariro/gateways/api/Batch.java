package org.dariro.gateways.api;

import java.util.List;

/**
 * Parcels with the same account, sender and body, sent in one carrier request.
 *
 * @param sender the line's address: a number in E.164, a short code or a name
 * @param text the body as members read it, any length the packing allowed; the gateway chooses GSM-7 or UCS-2 on its wire
 * @param recipients at least one, at most {@link Capabilities#maxRecipients}
 */
public record Batch(String sender, String text, List<Recipient> recipients) {
    public Batch {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A batch needs a recipient");
        }
    }

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "Batch[" + recipients.size() + " recipients]";
    }
}
