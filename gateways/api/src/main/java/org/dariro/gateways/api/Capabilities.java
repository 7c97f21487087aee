package org.dariro.gateways.api;

import java.util.Set;

/**
 * What an account can do. The service plans with it: packing asks about joined messages, dispatch about recipients and
 * pace, the ledger about prices.
 *
 * @param maxRecipients recipients of the same text in one request, at least 1
 * @param joinedMessages whether the carrier delivers a text of several segments as one message
 * @param maxSegments most segments of one message, 1 to 255 (3GPP TS 23.040, 9.2.3.24.1)
 * @param unicode whether UCS-2 reaches the phone unharmed
 * @param receipts whether the carrier reports delivery
 * @param echoesReference whether receipts carry {@link Recipient#reference} back, so that they need no stored carrier id
 * @param charging when the carrier tells the charge
 * @param connections requests that may be on the wire at once, at least 1
 * @param referenceBits of what joins the parts of a message: 8, or 16, which takes one septet more of each part
 * @param tables the languages whose national tables it passes on (3GPP TS 23.038, annex A)
 */
public record Capabilities(
        int maxRecipients,
        boolean joinedMessages,
        int maxSegments,
        boolean unicode,
        boolean receipts,
        boolean echoesReference,
        Charging charging,
        int connections,
        int referenceBits,
        Set<NationalLanguage> tables) {

    public Capabilities {
        if (maxRecipients < 1 || maxSegments < 1 || maxSegments > 255 || connections < 1) {
            throw new IllegalArgumentException("Capabilities out of range: " + maxRecipients + " recipients, "
                    + maxSegments + " segments, " + connections + " connections");
        }
        if (referenceBits != 8 && referenceBits != 16) {
            throw new IllegalArgumentException("A reference has 8 or 16 bits, not " + referenceBits);
        }
        tables = Set.copyOf(tables);
    }

    /** An account that joins messages as usual: by 8 bits, and in the default alphabet. */
    public Capabilities(
            int maxRecipients,
            boolean joinedMessages,
            int maxSegments,
            boolean unicode,
            boolean receipts,
            boolean echoesReference,
            Charging charging,
            int connections) {
        this(
                maxRecipients,
                joinedMessages,
                maxSegments,
                unicode,
                receipts,
                echoesReference,
                charging,
                connections,
                8,
                Set.of());
    }
}
