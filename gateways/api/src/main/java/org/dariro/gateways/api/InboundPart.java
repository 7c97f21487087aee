package org.dariro.gateways.api;

/**
 * One part of a text from a phone (MO), where the carrier hands parts over and does not join them. The service keeps it
 * until the others are there, and knows a part that comes twice.
 *
 * @param account the account it came in by
 * @param from the sender as the carrier writes it
 * @param to the line it was sent to as the carrier writes it
 * @param reference what the parts of one text share; phones use the same again after a while
 * @param total how many parts the text has, 2 to 255
 * @param number which of them this is, 1 to {@code total}
 * @param text what this part says, possibly with half a character at its ends
 */
public record InboundPart(
        String account, String from, String to, String reference, int total, int number, String text) {

    public InboundPart {
        if (total < 2 || total > 255 || number < 1 || number > total) {
            throw new IllegalArgumentException("There is no part " + number + " of " + total);
        }
    }

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "InboundPart[account=" + account + ", " + number + " of " + total + "]";
    }
}
