package org.dariro.gateways.api;

/** A call whose signature or secret is wrong: answered with 403, nothing is taken over. */
public final class ForgedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForgedCall(String message) {
        super(message, null, false, false);
    }
}
