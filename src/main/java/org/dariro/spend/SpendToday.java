package org.dariro.spend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The sums of today's parcels. Those of hours that are over, and of the sixths of the hour that is going on, are kept in
 * memory, by each node for itself, and made anew when something was entered on one of their parcels: nothing else changes what
 * a parcel comes to. Those of the last minutes are added up each time.
 */
final class SpendToday {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SIXTH = Duration.ofMinutes(10);
    private final Ledger ledger;
    private final SpendDayDao dao;
    private final InstantSource clock;
    private final Duration grace;
    /** From midnight on, without a gap. */
    private final NavigableMap<Instant, Slice> slices = new TreeMap<>();
    /** All slices together; as it is made of them, of each sum one row. */
    private List<DayRow> sum = List.of();

    private LocalDate day = LocalDate.MIN;
    private Instant looked = Instant.EPOCH;

    /** Some time of the day, and its sums. */
    private record Slice(Instant to, List<DayRow> rows) {}

    /** @param grace for so long something may be committed that was written before */
    SpendToday(Ledger ledger, SpendDayDao dao, InstantSource clock, Duration grace) {
        this.ledger = ledger;
        this.dao = dao;
        this.clock = clock;
        this.grace = grace;
    }

    /** The sums from midnight (UTC) to now, of one group or (null) of all. */
    List<DayRow> rows(Transaction tx, LocalDate today, @Nullable Long group) {
        Instant end = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Slice kept = kept(tx, today);
        List<DayRow> rows = new ArrayList<>(kept.rows().stream()
                .filter(row -> group == null || row.key().group() == group)
                .toList());
        rows.addAll(sums(tx, kept.to(), end, group)); // without the lock, for which other pages wait
        return rows;
    }

    /** Adds up what is kept of today, so that no page has to. */
    void bringUp(Transaction tx, LocalDate today) {
        kept(tx, today);
    }

    /** What is kept of today, brought up to its time; nothing, up to midnight, when the day has just ended. */
    private synchronized Slice kept(Transaction tx, LocalDate today) {
        Instant now = clock.instant(); // not before: whoever waited for another would seem to come from earlier
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!today.equals(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            return new Slice(midnight, List.of());
        }
        Instant until = floor(midnight, now.minus(grace));
        boolean changed = forget(tx, today, midnight, until, now);
        looked = now;
        if (fill(tx, midnight, until) || changed) {
            sum = DaySums.sum(slices.values().stream().map(Slice::rows).toList());
        }
        return new Slice(until, sum);
    }

    /** The last beginning of a sixth up to a time; midnight before the first. */
    private static Instant floor(Instant midnight, Instant at) {
        long sixths = Math.max(0, Duration.between(midnight, at).dividedBy(SIXTH));
        return midnight.plus(SIXTH.multipliedBy(sixths));
    }

    /** Forgets what does not hold any more; false when nothing was forgotten. */
    private boolean forget(Transaction tx, LocalDate today, Instant midnight, Instant until, Instant now) {
        if (!today.equals(day) || !now.isAfter(looked)) {
            slices.clear();
            day = today;
            return true;
        }
        boolean changed = false;
        for (Instant at : dao.changed(tx, midnight, until, looked.minus(grace))) {
            Map.Entry<Instant, Slice> slice = slices.floorEntry(at);
            if (slice != null && at.isBefore(slice.getValue().to())) {
                slices.remove(slice.getKey());
                changed = true;
            }
        }
        return changed;
    }

    /** Adds up what is missing, an hour at a time where it is over; false when nothing was. */
    private boolean fill(Transaction tx, Instant midnight, Instant until) {
        boolean filled = false;
        for (Instant at = midnight; at.isBefore(until); ) {
            boolean onHour = Duration.between(midnight, at).toMinutesPart() == 0;
            Instant to = at.plus(onHour && !at.plus(HOUR).isAfter(until) ? HOUR : SIXTH);
            Slice slice = slices.get(at);
            if (slice == null || slice.to().isBefore(to)) {
                slice = new Slice(to, add(tx, at, to));
                slices.subMap(at, to).clear();
                slices.put(at, slice);
                filled = true;
            }
            at = slice.to();
        }
        return filled;
    }

    /** The sums of some time: of the sixths that there are, if these are all. */
    private List<DayRow> add(Transaction tx, Instant from, Instant to) {
        Collection<Slice> parts = slices.subMap(from, to).values();
        return parts.size() == Duration.between(from, to).dividedBy(SIXTH)
                ? DaySums.sum(parts.stream().map(Slice::rows).toList())
                : sums(tx, from, to, null);
    }

    private List<DayRow> sums(Transaction tx, Instant from, Instant to, @Nullable Long group) {
        DaySums sums = new DaySums();
        ledger.read(tx, from, to, group, sums::add);
        return sums.rows();
    }
}
