package org.dariro.safeguarding.escalation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dariro.platform.Settings;
import org.dariro.safeguarding.screening.Severity;

/**
 * When people are called: {@code DARIRO_PAGE_CRITICAL_MINUTES} and {@code DARIRO_PAGE_HIGH_MINUTES} (rising, separated by commas),
 * {@code DARIRO_PAGE_COORDINATOR_MINUTES} after the last of these, {@code DARIRO_PAGE_REPEAT_MINUTES} between further calls;
 * {@code DARIRO_PAGE_SECOND_MINUTES} after one of two people has closed a critical alert and no second one has.
 */
public record EscalationSettings(Ladder critical, Ladder high, Duration second) {
    private static final int MOST_STEPS = 10;
    private static final int DAY = 1_440;

    /** Reads the settings. */
    public static EscalationSettings of(Settings settings) {
        Duration coordinators = Duration.ofMinutes(settings.number("DARIRO_PAGE_COORDINATOR_MINUTES", 10, 1, DAY));
        Duration again = Duration.ofMinutes(settings.number("DARIRO_PAGE_REPEAT_MINUTES", 15, 1, DAY));
        return new EscalationSettings(
                new Ladder(minutes(settings, "DARIRO_PAGE_CRITICAL_MINUTES", "3,10,20"), coordinators, again),
                new Ladder(minutes(settings, "DARIRO_PAGE_HIGH_MINUTES", "15"), coordinators, again),
                Duration.ofMinutes(settings.number("DARIRO_PAGE_SECOND_MINUTES", 60, 1, DAY)));
    }

    private static List<Duration> minutes(Settings settings, String name, String byDefault) {
        List<String> written = settings.list(name);
        List<Duration> times = new ArrayList<>();
        int last = 0;
        for (String one : written.isEmpty() ? List.of(byDefault.split(",")) : written) {
            int minutes = one.matches("[0-9]{1,4}") ? Integer.parseInt(one) : -1;
            if (minutes <= last || minutes > DAY || times.size() == MOST_STEPS) {
                throw new IllegalArgumentException("The setting " + name + " must be up to " + MOST_STEPS
                        + " rising whole numbers from 1 to " + DAY + ", with commas between them.");
            }
            times.add(Duration.ofMinutes(minutes));
            last = minutes;
        }
        return times;
    }

    Ladder of(Severity severity) {
        return severity == Severity.CRITICAL ? critical : high;
    }
}
