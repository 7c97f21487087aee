package org.dariro.spend;

import java.time.LocalDate;

/**
 * What the parcels of a group and a day come to, for one item of a dimension.
 *
 * @param currency of the amounts; {@link #COUNTS} in the row that has the counts
 */
public record DayRow(Key key, String currency, Counts counts, Amounts amounts) {
    /** Stands in the place of the currency in the row that has the counts. */
    public static final String COUNTS = "";

    /**
     * What it is of.
     *
     * @param group 0 for none
     * @param item empty for what is not known
     */
    public record Key(LocalDate day, long group, Dimension dimension, String item) {}
}
