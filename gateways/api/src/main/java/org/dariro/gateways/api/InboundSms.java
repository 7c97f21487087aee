package org.dariro.gateways.api;

/**
 * A text from a phone (MO), as the carrier handed it over: joined if it came in parts, decoded, otherwise untouched. The
 * service judges numbers and text; a gateway passes on even an alphanumeric sender or control characters.
 *
 * @param account the account it came in by
 * @param carrierId the carrier's id of this text; the same id again is the same text
 * @param from the sender as the carrier writes it
 * @param to the line it was sent to as the carrier writes it
 * @param text what was typed, possibly empty
 * @param optOut whether the carrier itself has taken this text as an opt-out (Twilio's {@code OptOutType=STOP})
 */
public record InboundSms(String account, String carrierId, String from, String to, String text, boolean optOut) {
    public InboundSms(String account, String carrierId, String from, String to, String text) {
        this(account, carrierId, from, to, text, false);
    }

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "InboundSms[account=" + account + ", " + text.length() + " characters]";
    }
}
