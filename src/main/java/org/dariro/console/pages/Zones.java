package org.dariro.console.pages;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time zones that people choose from. */
final class Zones {
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(Africa|America|Asia|Europe|Pacific|Indian|Atlantic|Australia)/.*"))
            .sorted()
            .toList();

    private static final ZoneId UTC = ZoneId.of("UTC");

    private Zones() {}

    /** By name, with UTC at the end. */
    static List<String> all() {
        return ALL;
    }

    /** The zone of a name; empty when there is none. {@code Z} is UTC. */
    static Optional<ZoneId> of(@Nullable String name) {
        if ("Z".equals(name)) {
            return Optional.of(UTC);
        }
        try {
            return name != null && (ALL.contains(name) || name.equals("UTC"))
                    ? Optional.of(ZoneId.of(name))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
