package org.dariro.console.signin;

import java.time.Instant;

/**
 * One browser in which somebody is signed in, or about to be.
 *
 * <p>Life: begun with the right password; waits for the code or for a second factor to be set up where one is needed; is whole
 * then; ends by signing out, or when it was not used for a while, or after a day's work.
 *
 * @param browser how the browser calls itself, shortened
 */
public record SignedIn(long id, User user, Stage stage, String browser, Instant beganAt, Instant seenAt) {
    /** How far a sign-in is. */
    public enum Stage {
        /** The password was right; the code is asked for. */
        PASSWORD,
        /** The password was right; a second factor must be set up first. */
        SETUP,
        WHOLE
    }

    /** Masked. */
    @Override
    public String toString() {
        return "SignedIn[" + id + ", " + stage + "]";
    }
}
