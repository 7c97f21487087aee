package org.dariro.gateways.api;

/** A carrier's call that cannot be understood: answered with 400. The message names the fault, never a number or text. */
public final class UnreadableCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableCall(String message) {
        super(message, null, false, false);
    }
}
