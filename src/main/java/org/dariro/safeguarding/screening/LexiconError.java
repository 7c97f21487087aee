package org.dariro.safeguarding.screening;

/** A lexicon that cannot be used; the message names the file, the line and what is wrong with it. Stops the start. */
public final class LexiconError extends RuntimeException {
    LexiconError(String message) {
        super(message);
    }

    LexiconError(String message, Throwable cause) {
        super(message, cause);
    }
}
