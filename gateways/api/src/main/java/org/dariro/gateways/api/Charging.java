package org.dariro.gateways.api;

/** When a carrier says what an MT costs. */
public enum Charging {
    /** Never: only the price table knows. */
    NOT_TOLD,
    /** With the answer to the request, or with a receipt. */
    TOLD,
    /** Later, when it is asked about the message by {@link Gateway#lookUp}. */
    ON_REQUEST
}
