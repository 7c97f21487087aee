package org.dariro.spend;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What was spent, added up by group, member, network, line, day, kind or cause.
 *
 * <p>Setting: {@code DARIRO_CURRENCY} ({@code USD}), the programme's currency, into which amounts are converted by the rate
 * of their day.
 */
@Component
public class Spending {
    private final Database database;
    private final SpendDays days;
    private final ExchangeRates rates;
    private final String currency;

    @Inject
    public Spending(Database database, SpendDays days, ExchangeRates rates, Settings settings) {
        this.database = database;
        this.days = days;
        this.rates = rates;
        currency = settings.text("DARIRO_CURRENCY").orElse("USD");
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalStateException("DARIRO_CURRENCY is an ISO 4217 code such as USD");
        }
    }

    /** The programme's currency. */
    public String currency() {
        return currency;
    }

    /** What items stand for. */
    public enum By {
        GROUP(Dimension.KIND),
        MEMBER(Dimension.MEMBER),
        NETWORK(Dimension.NETWORK),
        LINE(Dimension.LINE),
        DAY(Dimension.KIND),
        KIND(Dimension.KIND),
        CAUSE(Dimension.CAUSE);

        private final Dimension dimension;

        By(Dimension dimension) {
            this.dimension = dimension;
        }

        Dimension dimension() {
            return dimension;
        }

        private String item(DayRow.Key key) {
            return switch (this) {
                case GROUP -> Long.toString(key.group());
                case DAY -> key.day().toString();
                case MEMBER, NETWORK, LINE, KIND, CAUSE -> key.item();
            };
        }
    }

    /** A rate that would be needed: none for these two currencies holds on that day. */
    public record MissingRate(String from, String to, LocalDate day) implements Comparable<MissingRate> {
        @Override
        public int compareTo(MissingRate other) {
            int first = from.compareTo(other.from);
            return first != 0 ? first : day.compareTo(other.day);
        }
    }

    /**
     * A sum.
     *
     * @param item the id, code, day or kind that it is of; empty for what has none
     * @param amounts by currency
     * @param converted all amounts in the programme's currency; empty while a rate is missing
     */
    public record Item(String item, Counts counts, Map<String, Amounts> amounts, Optional<Amounts> converted) {
        /** Several together. */
        static Item sum(Collection<Item> items) {
            Counts counts = Counts.NONE;
            Map<String, Amounts> amounts = new TreeMap<>();
            Optional<Amounts> converted = Optional.of(Amounts.NONE);
            for (Item one : items) {
                counts = counts.plus(one.counts());
                one.amounts().forEach((currency, sums) -> amounts.merge(currency, sums, Amounts::plus));
                converted = converted.flatMap(so -> one.converted().map(more -> so.plus(more)));
            }
            return new Item("", counts, amounts, converted);
        }
    }

    /** The items in order, all together, and the rates that are missing: of each currency the first day without. */
    public record Report(List<Item> items, Item total, List<MissingRate> missing) {}

    /**
     * Adds up.
     *
     * @param group its id, 0 for what belongs to no group, null for all
     * @param from the first day, in UTC
     * @param to the last day
     */
    public Report report(@Nullable Long group, LocalDate from, LocalDate to, By by) {
        bringUp();
        return database.inTransaction(tx -> report(tx, group, from, to, by));
    }

    /** Brings the sums up to date: for whoever asks for several reports in a transaction. */
    public void bringUp() {
        days.bringUp();
    }

    /** The same, of what was brought up to date before. */
    public Report report(Transaction tx, @Nullable Long group, LocalDate from, LocalDate to, By by) {
        ExchangeRates.Table table = rates.table(tx);
        Map<String, Sum> sums = new TreeMap<>();
        Sum total = new Sum();
        Map<String, MissingRate> missing = new TreeMap<>();
        for (DayRow row : days.rows(tx, from, to.plusDays(1), group, by, currency, table)) {
            Optional<BigDecimal> rate = row.currency().equals(DayRow.COUNTS)
                    ? Optional.of(BigDecimal.ONE)
                    : table.rate(row.currency(), currency, row.key().day());
            if (rate.isEmpty()) {
                MissingRate one =
                        new MissingRate(row.currency(), currency, row.key().day());
                missing.merge(row.currency(), one, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
            sums.computeIfAbsent(by.item(row.key()), item -> new Sum()).add(row, rate);
            total.add(row, rate);
        }
        List<Item> items = new ArrayList<>();
        sums.forEach((item, sum) -> items.add(sum.item(item)));
        return new Report(items, total.item(""), List.copyOf(missing.values()));
    }

    private static final class Sum {
        private Counts counts = Counts.NONE;
        private final Map<String, Amounts> amounts = new TreeMap<>();
        private Amounts converted = Amounts.NONE;
        private boolean complete = true;

        void add(DayRow row, Optional<BigDecimal> rate) {
            if (row.currency().equals(DayRow.COUNTS)) {
                counts = counts.plus(row.counts());
                return;
            }
            amounts.merge(row.currency(), row.amounts(), Amounts::plus);
            if (rate.isPresent()) {
                converted = converted.plus(row.amounts().times(rate.get()));
            } else {
                complete = false;
            }
        }

        Item item(String item) {
            return new Item(item, counts, new TreeMap<>(amounts), complete ? Optional.of(converted) : Optional.empty());
        }
    }
}
