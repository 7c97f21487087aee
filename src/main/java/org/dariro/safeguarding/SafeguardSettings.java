package org.dariro.safeguarding;

import java.time.Duration;
import org.dariro.platform.Settings;

/**
 * Times of safeguarding.
 *
 * @param cardRest a crisis card is not sent to the same person twice within this time ({@code DARIRO_CRISIS_CARD_MINUTES})
 * @param lease how long a claim of an alert counts after the last action ({@code DARIRO_ALERT_LEASE_MINUTES})
 * @param splitWithin a phrase that goes over two texts of a sender is found when they come within this time; zero for never
 *     ({@code DARIRO_SPLIT_TEXT_MINUTES})
 */
public record SafeguardSettings(Duration cardRest, Duration lease, Duration splitWithin) {
    /** Reads the settings. */
    public static SafeguardSettings of(Settings settings) {
        return new SafeguardSettings(
                Duration.ofMinutes(settings.number("DARIRO_CRISIS_CARD_MINUTES", 60, 1, 10_080)),
                Duration.ofMinutes(settings.number("DARIRO_ALERT_LEASE_MINUTES", 15, 1, 1_440)),
                Duration.ofMinutes(settings.number("DARIRO_SPLIT_TEXT_MINUTES", 10, 0, 60)));
    }
}
