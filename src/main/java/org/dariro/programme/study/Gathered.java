package org.dariro.programme.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What the people of one group did and got, by person and day: filled from what the tables say, then written. */
final class Gathered {
    private static final double SECONDS_IN_AN_HOUR = 3_600;
    private final Map<Long, Participant> people = new LinkedHashMap<>();
    private final Map<Long, Map<LocalDate, Dose>> doses = new HashMap<>();

    Gathered(Collection<Participant> group) {
        group.forEach(one -> people.put(one.place(), one));
    }

    /** The participant in a place, if what happened on a day is exported. */
    Optional<Participant> who(long place, LocalDate day) {
        return Optional.ofNullable(people.get(place)).filter(one -> one.has(day));
    }

    Optional<Participant> who(long place, Instant at) {
        return who(place, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private Dose dose(Participant one, LocalDate day) {
        return doses.computeIfAbsent(one.place(), id -> new TreeMap<>())
                .computeIfAbsent(day, date -> new Dose(one, date));
    }

    /** Adds to somebody's day. */
    void add(long place, LocalDate day, java.util.function.Consumer<Dose> what) {
        who(place, day).ifPresent(one -> what.accept(dose(one, day)));
    }

    void add(List<DoseDao.Counts> counts, BiConsumer<Dose, DoseDao.Counts> what) {
        counts.forEach(count -> add(count.place(), count.day(), dose -> what.accept(dose, count)));
    }

    /**
     * Adds how long people were paused.
     *
     * @param now until when it is known
     */
    void paused(List<CohortDao.Pause> pauses, Instant now) {
        Map<Long, List<CohortDao.Pause>> byPlace = new LinkedHashMap<>();
        pauses.forEach(pause ->
                byPlace.computeIfAbsent(pause.place(), id -> new ArrayList<>()).add(pause));
        byPlace.forEach((place, said) -> {
            for (int i = 0; i < said.size(); i++) {
                Instant until = Objects.requireNonNullElse(
                        said.get(i).until(), said.get(i).at());
                Instant next = i + 1 < said.size() ? said.get(i + 1).at() : now;
                paused(place, said.get(i).at(), until.isBefore(next) ? until : next);
            }
        });
    }

    private void paused(long place, Instant from, Instant to) {
        Instant at = from;
        while (at.isBefore(to)) {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            Instant tomorrow = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end = tomorrow.isBefore(to) ? tomorrow : to;
            double hours = Duration.between(at, end).toSeconds() / SECONDS_IN_AN_HOUR;
            add(place, day, dose -> dose.pausedHours += hours);
            at = tomorrow;
        }
    }

    /** The days of somebody on which there was something, in order. */
    Collection<Dose> of(Participant one) {
        return doses.getOrDefault(one.place(), Map.of()).values();
    }
}
