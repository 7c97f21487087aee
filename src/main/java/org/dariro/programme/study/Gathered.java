package org.dariro.programme.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
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
    private final Map<Long, Long> places = new HashMap<>();
    private final Map<Long, Map<LocalDate, Dose>> doses = new HashMap<>();
    /** Which posts somebody has got, by their numbers: one that takes several texts counts once. */
    private final Map<Long, BitSet> got = new HashMap<>();

    Gathered(Collection<Participant> group) {
        group.forEach(one -> {
            people.put(one.place(), one);
            one.member().ifPresent(member -> places.put(member, one.place()));
        });
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

    /** Adds a text; {@code authors} tells the places of who wrote the posts of the group. */
    void sent(DoseDao.Parcel parcel, long[] authors) {
        Long place = places.get(parcel.member());
        if (place != null) {
            add(place, parcel.day(), dose -> {
                dose.texts += parcel.taken() ? 1 : 0;
                dose.delivered += parcel.delivered() ? 1 : 0;
                dose.failed += parcel.taken() ? 0 : 1;
                dose.segments += parcel.taken() ? parcel.segments() : 0;
                dose.postsBySms += parcel.taken() && parcel.posts() ? fresh(place, parcel, authors) : 0;
            });
        }
    }

    private int fresh(long place, DoseDao.Parcel parcel, long[] authors) {
        BitSet before = got.computeIfAbsent(place, id -> new BitSet());
        int fresh = 0;
        for (int seq = (int) parcel.first(); seq <= parcel.last() && seq < authors.length; seq++) {
            if (authors[seq] != 0 && authors[seq] != place && !before.get(seq)) {
                before.set(seq);
                fresh++;
            }
        }
        return fresh;
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
