package org.dariro.gateways.api;

/**
 * The screen that answers a hop.
 *
 * @param text what the phone shows, at most 160 GSM-7 characters
 * @param more whether the session goes on and the phone may answer
 */
public record UssdReply(String text, boolean more) {

    /** The body most carriers expect: {@code CON } or {@code END } before the text. */
    public String prefixed() {
        return (more ? "CON " : "END ") + text;
    }

    /** Masked: no text. */
    @Override
    public String toString() {
        return "UssdReply[" + (more ? "CON" : "END") + "]";
    }
}
