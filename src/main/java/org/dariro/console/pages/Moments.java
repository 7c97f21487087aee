package org.dariro.console.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as fields of a form have them: {@code 2026-03-20T09:00} on the clocks of a zone. */
final class Moments {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    /** A field's time; empty for what is none. */
    static Optional<Instant> of(@Nullable String field, ZoneId zone) {
        return local(field).map(time -> time.atZone(zone).toInstant());
    }

    /** A field's time on clocks that are known elsewhere; empty for what is none. */
    static Optional<LocalDateTime> local(@Nullable String field) {
        try {
            return field == null || field.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(field.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A field's date; empty for what is none. */
    static Optional<LocalDate> day(@Nullable String field) {
        try {
            return field == null || field.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(field.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time as a field takes it, to the minute. */
    static String field(Instant at, ZoneId zone) {
        return FIELD.format(at.atZone(zone).truncatedTo(ChronoUnit.MINUTES));
    }
}
