package org.dariro.console.api;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;
import org.jspecify.annotations.Nullable;

/** Reads what was asked about a rota. */
final class RotaForm {
    private static final int MOST = 200;
    private final Fields fields = new Fields();
    private final Set<Long> staff;

    /** @param staff who may be put on it */
    RotaForm(Set<Long> staff) {
        this.staff = Set.copyOf(staff);
    }

    /**
     * Hours of the week.
     *
     * @param staff whose they are; left out for cover hours
     * @param days {@code ["mon","tue"]}
     * @param from {@code 08:00}
     * @param to {@code 20:00}, up to {@code 24:00}; at or before {@code from} it is on the next day
     */
    public record Hours(
            @Nullable Long staff,
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable String zone) {}

    /** The hours of a week, to be set. */
    public record Week(@Nullable List<Hours> hours) {}

    /** That somebody is on duty between two times, or is not. */
    public record NewChange(
            @Nullable Long staff,
            @Nullable Boolean onDuty,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** That {@code by} takes the duty of {@code staff} between two times. */
    public record Swap(
            @Nullable Long staff,
            @Nullable Long by,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    List<Rotas.Wanted> shifts(Week week) {
        List<Rotas.Wanted> shifts = new ArrayList<>();
        for (Hours hours : list(week)) {
            long whose = person("staff", hours.staff());
            shifts.add(new Rotas.Wanted(whose, weekly(hours)));
        }
        fields.check();
        return shifts;
    }

    List<WeeklyHours> cover(Week week) {
        List<WeeklyHours> cover = new ArrayList<>();
        for (Hours hours : list(week)) {
            if (hours.staff() != null) {
                fields.fault("staff", "Cover hours are nobody's in particular.");
            }
            cover.add(weekly(hours));
        }
        fields.check();
        return cover;
    }

    private List<Hours> list(Week week) {
        List<Hours> hours = week.hours();
        if (hours == null || hours.size() > MOST || hours.stream().anyMatch(one -> one == null)) {
            fields.fault("hours", "This field is needed: a list of up to " + MOST + " hours of the week.");
            return List.of();
        }
        return hours;
    }

    /** Somebody who serves the group. */
    long person(String field, @Nullable Long id) {
        if (id == null || !staff.contains(id)) {
            fields.fault(field, "This field is needed: the id of somebody who serves this group.");
            return 0;
        }
        return id;
    }

    private WeeklyHours weekly(Hours hours) {
        Set<DayOfWeek> days = days(hours.days());
        int from = minute("from", hours.from());
        int to = minute("to", hours.to());
        ZoneId zone = StaffForm.zone(fields, "zone", hours.zone());
        if (from == 24 * 60 || to == 0) {
            fields.fault("from", "Midnight is 00:00 where hours begin, and 24:00 where they end.");
        }
        return fields.errors().isEmpty() ? new WeeklyHours(days, from, to, zone) : WeeklyHours.always(zone);
    }

    private Set<DayOfWeek> days(@Nullable List<String> written) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String one : written == null ? List.<String>of() : written) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (one != null && day.name().substring(0, 3).equals(one.strip().toUpperCase(Locale.ROOT))) {
                    days.add(day);
                }
            }
        }
        if (days.isEmpty() || written == null || days.size() != written.size()) {
            fields.fault("days", "This field is needed: days such as mon, tue, each once.");
        }
        return days;
    }

    private int minute(String field, @Nullable String time) {
        if (time == null || !time.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
            fields.fault(field, "This field is needed: a time of the day, such as 08:00.");
            return 1;
        }
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    /** Two times. */
    Span span(@Nullable String from, @Nullable String to) {
        Instant start = time("from", from);
        Instant end = time("to", to);
        if (fields.errors().isEmpty()
                && (!end.isAfter(start) || Duration.between(start, end).compareTo(Rotas.LONGEST) > 0)) {
            fields.fault("to", "This is after from, by at most " + Rotas.LONGEST.toDays() + " days.");
        }
        return new Span(start, end);
    }

    private Instant time(String field, @Nullable String written) {
        try {
            return Instant.parse(written == null ? "" : written.strip());
        } catch (DateTimeParseException e) {
            fields.fault(field, "This field is needed: a time such as 2026-03-02T08:00:00Z.");
            return Instant.EPOCH;
        }
    }

    String reason(@Nullable String written) {
        return fields.line("reason", written, 200).orElse("");
    }

    void check() {
        fields.check();
    }
}
