package org.dariro.safeguarding.screening;

/**
 * A part of a text that tells who or where somebody is.
 *
 * @param start where it begins, in characters
 * @param end where it ends, exclusive
 */
record Span(int start, int end, Kind kind) {
    enum Kind {
        /** A phone number, or another number as long. */
        NUMBER,
        /** An e-mail address. */
        ADDRESS,
        /** A street address, a PIN, a password or the like. */
        DETAILS
    }
}
