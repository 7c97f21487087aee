package org.dariro.console.signin;

import java.time.Duration;
import org.dariro.platform.Settings;

/**
 * The rules of signing in.
 *
 * <p>Settings: {@code DARIRO_SESSION_IDLE_MINUTES} (120; 5 to 1,440), {@code DARIRO_SESSION_HOURS} (14; 1 to 168),
 * {@code DARIRO_SECOND_FACTOR} ({@code required} or {@code optional}; required, but optional in the demo),
 * {@code DARIRO_BEHIND_PROXY} ({@code false}; whether the caller's address is the last in {@code X-Forwarded-For}).
 *
 * @param idle how long a session lasts after its last page
 * @param longest how long it lasts at most
 */
public record SignInSettings(Duration idle, Duration longest, boolean secondFactorNeeded, boolean behindProxy) {
    /** So long somebody who gave the password has for the code. */
    static final Duration BETWEEN_STEPS = Duration.ofMinutes(10);

    /** Invitations count so long. */
    static final Duration INVITATION = Duration.ofDays(7);

    /** Links to a new password count so long. */
    static final Duration RESET = Duration.ofHours(24);

    /** Reads the settings. */
    public static SignInSettings of(Settings settings) {
        boolean demo = settings.flag("DARIRO_DEMO", false);
        String factor = settings.text("DARIRO_SECOND_FACTOR").orElse(demo ? "optional" : "required");
        if (!factor.equals("required") && !factor.equals("optional")) {
            throw new IllegalArgumentException("The setting DARIRO_SECOND_FACTOR must be required or optional.");
        }
        return new SignInSettings(
                Duration.ofMinutes(settings.number("DARIRO_SESSION_IDLE_MINUTES", 120, 5, 1_440)),
                Duration.ofHours(settings.number("DARIRO_SESSION_HOURS", 14, 1, 168)),
                factor.equals("required"),
                settings.flag("DARIRO_BEHIND_PROXY", false));
    }
}
