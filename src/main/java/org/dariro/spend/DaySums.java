package org.dariro.spend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds parcels up by group, day and every dimension. For one thread. */
final class DaySums {
    private static final String USSD = "USSD";
    private final Map<DayRow.Key, Counts> counts = new HashMap<>();
    private final Map<DayRow.Key, Map<String, Amounts>> amounts = new HashMap<>();

    void add(ParcelBook book) {
        Written parcel = book.parcel();
        Counts count = new Counts(1, parcel.segments(), parcel.naiveSegments(), book.unpriced() ? 1 : 0);
        Map<String, Amounts> money = amounts(book);
        Map<Dimension, String> items = Map.of(
                Dimension.MEMBER, item(parcel.place()),
                Dimension.NETWORK, parcel.network().orElse(""),
                Dimension.LINE, Long.toString(parcel.line()),
                Dimension.KIND, parcel.kind(),
                Dimension.CAUSE, item(parcel.causedBy()));
        items.forEach(
                (dimension, item) -> add(new DayRow.Key(parcel.day(), parcel.group(), dimension, item), count, money));
    }

    /** A USSD session: it is no parcel, and naive fan-out would not have had it. */
    void add(LocalDate day, BookDao.SessionCharge charge) {
        Map<String, Amounts> money = Map.of(
                charge.amount().currency(),
                new Amounts(BigDecimal.ZERO, charge.amount().amount(), BigDecimal.ZERO));
        Map<Dimension, String> items = Map.of(
                Dimension.MEMBER,
                item(charge.place()),
                Dimension.NETWORK,
                "",
                Dimension.LINE,
                "",
                Dimension.KIND,
                USSD,
                Dimension.CAUSE,
                item(charge.place()));
        items.forEach(
                (dimension, item) -> add(new DayRow.Key(day, charge.group(), dimension, item), Counts.NONE, money));
    }

    private void add(DayRow.Key key, Counts count, Map<String, Amounts> money) {
        counts.merge(key, count, Counts::plus);
        Map<String, Amounts> sums = amounts.computeIfAbsent(key, k -> new TreeMap<>());
        money.forEach((currency, amount) -> sums.merge(currency, amount, Amounts::plus));
    }

    private static Map<String, Amounts> amounts(ParcelBook book) {
        Map<String, BigDecimal> expected = book.expected();
        Map<String, BigDecimal> charged = book.charged();
        Map<String, BigDecimal> naive = book.naive();
        Set<String> currencies = new TreeSet<>(expected.keySet());
        currencies.addAll(charged.keySet());
        Map<String, Amounts> amounts = new HashMap<>();
        currencies.forEach(currency -> amounts.put(
                currency,
                new Amounts(
                        expected.getOrDefault(currency, BigDecimal.ZERO),
                        charged.getOrDefault(currency, BigDecimal.ZERO),
                        naive.getOrDefault(currency, BigDecimal.ZERO))));
        return amounts;
    }

    /** Several sums together, of each key and currency one row. */
    static List<DayRow> sum(Collection<List<DayRow>> parts) {
        DaySums sums = new DaySums();
        for (List<DayRow> rows : parts) {
            for (DayRow row : rows) {
                if (row.currency().equals(DayRow.COUNTS)) {
                    sums.add(row.key(), row.counts(), Map.of());
                } else {
                    sums.add(row.key(), Counts.NONE, Map.of(row.currency(), row.amounts()));
                }
            }
        }
        return sums.rows();
    }

    private static String item(Optional<Long> id) {
        return id.map(String::valueOf).orElse("");
    }

    List<DayRow> rows() {
        List<DayRow> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new DayRow(key, DayRow.COUNTS, count, Amounts.NONE)));
        amounts.forEach((key, sums) ->
                sums.forEach((currency, amount) -> rows.add(new DayRow(key, currency, Counts.NONE, amount))));
        return rows;
    }
}
