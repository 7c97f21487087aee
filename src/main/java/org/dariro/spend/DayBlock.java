package org.dariro.spend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * So many days, a power of two, that begin at a multiple of it since 1970. Of any days that are asked for, few such blocks make
 * up the whole: for a year 17 at most.
 *
 * @param days 1, 2, 4, up to {@link #LARGEST}
 */
record DayBlock(LocalDate first, int days) {
    /** The most days of a block. */
    static final int LARGEST = 64;

    /** The day behind the last. */
    LocalDate end() {
        return first.plusDays(days);
    }

    /** The fewest blocks that make up the days from one to before another, in order. */
    static List<DayBlock> of(LocalDate from, LocalDate to) {
        List<DayBlock> blocks = new ArrayList<>();
        for (LocalDate at = from; at.isBefore(to); ) {
            int days = 1;
            while (days < LARGEST
                    && Math.floorMod(at.toEpochDay(), 2L * days) == 0
                    && !at.plusDays(2L * days).isAfter(to)) {
                days *= 2;
            }
            blocks.add(new DayBlock(at, days));
            at = at.plusDays(days);
        }
        return blocks;
    }

    /** The blocks of more than a day that a day is in and that end before or with another day, the smallest first. */
    static List<DayBlock> around(LocalDate day, LocalDate until) {
        List<DayBlock> blocks = new ArrayList<>();
        for (int days = 2; days <= LARGEST; days *= 2) {
            DayBlock block = new DayBlock(day.minusDays(Math.floorMod(day.toEpochDay(), (long) days)), days);
            if (!block.end().isAfter(until)) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
