package org.dariro.gateways.api;

/**
 * One hop of a USSD session.
 *
 * @param account the account it came in by
 * @param sessionId the carrier's id of the session, the same at every hop
 * @param from the caller as the carrier writes it
 * @param serviceCode what was dialled: {@code *384#}
 * @param text all that was typed in this session so far, joined by {@code *}, empty at first. A user may type {@code *},
 *     so the service never splits it: it takes off what it has seen before. The same text again is the same hop again.
 */
public record UssdRequest(String account, String sessionId, String from, String serviceCode, String text) {

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "UssdRequest[account=" + account + "]";
    }
}
