package org.dariro.spend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The sums of today's parcels. Those of hours that are over are kept in memory, by each node for itself, and made anew when
 * one of their parcels has changed or something was entered on it; those of the hour that is going on are added up each time.
 */
final class SpendHours {
    private final Ledger ledger;
    private final SpendDayDao dao;
    private final InstantSource clock;
    private final Duration grace;
    private final Map<Integer, List<DayRow>> over = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private Instant looked = Instant.EPOCH;

    /** @param grace for so long something may be committed that was written before */
    SpendHours(Ledger ledger, SpendDayDao dao, InstantSource clock, Duration grace) {
        this.ledger = ledger;
        this.dao = dao;
        this.clock = clock;
        this.grace = grace;
    }

    /** The sums from midnight (UTC) to now, of one group or (null) of all. */
    synchronized List<DayRow> rows(Transaction tx, LocalDate today, @Nullable Long group) {
        Instant now = clock.instant(); // not before: whoever waited for another would seem to come from earlier
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!today.equals(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            return sums(tx, midnight, midnight.plus(1, ChronoUnit.DAYS), group); // it has just ended
        }
        int hours = Math.max(0, (int) ChronoUnit.HOURS.between(midnight, now.minus(grace)));
        if (!today.equals(day) || !now.isAfter(looked)) {
            over.clear();
            day = today;
        } else {
            over.keySet().removeAll(dao.changedHours(tx, midnight, hour(midnight, hours), looked.minus(grace)));
        }
        looked = now;
        List<DayRow> rows = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            Instant from = hour(midnight, hour);
            over.computeIfAbsent(hour, missing -> sums(tx, from, from.plus(1, ChronoUnit.HOURS), null)).stream()
                    .filter(row -> group == null || row.key().group() == group)
                    .forEach(rows::add);
        }
        rows.addAll(sums(tx, hour(midnight, hours), midnight.plus(1, ChronoUnit.DAYS), group));
        return rows;
    }

    private static Instant hour(Instant midnight, int hour) {
        return midnight.plus(hour, ChronoUnit.HOURS);
    }

    private List<DayRow> sums(Transaction tx, Instant from, Instant to, @Nullable Long group) {
        DaySums sums = new DaySums();
        ledger.read(tx, from, to, group, sums::add);
        return sums.rows();
    }
}
