package org.dariro.delivery;

import java.util.List;
import org.dariro.gateway.Respelling;
import org.dariro.platform.Settings;
import org.dariro.spend.Spelling;

/**
 * How posts reach those who do not get each at once.
 *
 * @param digestHours at which hours of their day members get a digest who chose no hours; 0 to 23, ascending
 * @param spelling what may be changed in members' texts where it saves a segment
 * @param nudges how often a day somebody who reads by USSD is told of new posts, at most; 0 for never
 */
public record ReadingSettings(List<Integer> digestHours, Spelling spelling, int nudges) {
    private static final List<Integer> USUAL_HOURS = List.of(7, 18);

    public ReadingSettings {
        digestHours = List.copyOf(digestHours);
    }

    /** {@code DARIRO_DIGEST_HOURS}, {@code DARIRO_SPELLING} and {@code DARIRO_NUDGES_A_DAY}. */
    public static ReadingSettings of(Settings settings) {
        List<Integer> hours = settings.list("DARIRO_DIGEST_HOURS").stream()
                .map(ReadingSettings::hour)
                .distinct()
                .sorted()
                .toList();
        return new ReadingSettings(
                hours.isEmpty() ? USUAL_HOURS : hours,
                spelling(settings.text("DARIRO_SPELLING").orElse("plain")),
                settings.number("DARIRO_NUDGES_A_DAY", 1, 0, 24));
    }

    private static Spelling spelling(String written) {
        return Respelling.named(written)
                .map(Spelling::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting DARIRO_SPELLING must be plain, keep-emoji, keep-accents or as-written."));
    }

    private static int hour(String written) {
        if (written.matches("[0-9]|1[0-9]|2[0-3]")) {
            return Integer.parseInt(written);
        }
        throw new IllegalArgumentException(
                "The setting DARIRO_DIGEST_HOURS must be whole hours from 0 to 23, separated by commas.");
    }
}
