package org.dariro.spend;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/**
 * The exchange rates, only added to. A rate holds until the next one's day; one that is missing is never made up of others.
 */
@Component
public class ExchangeRates {
    private final ExchangeRateDao dao;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ExchangeRates(ExchangeRateDao dao, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.ids = ids;
        this.clock = clock;
    }

    /** All rates, the oldest import first. */
    public List<ExchangeRate> all(Transaction tx) {
        return dao.all(tx);
    }

    /**
     * Adds a rate; {@code wanted.id()} and {@code wanted.importedAt()} are ignored.
     *
     * @return false when the table says exactly this already, and nothing is added
     */
    public boolean add(Transaction tx, ExchangeRate wanted) {
        if (dao.all(tx).stream().anyMatch(wanted::repeats)) {
            return false;
        }
        dao.insert(
                tx,
                new ExchangeRate(
                        ids.next(),
                        wanted.from(),
                        wanted.to(),
                        wanted.rate(),
                        wanted.validFrom(),
                        wanted.source(),
                        clock.instant()));
        return true;
    }

    /** The rates as they are now. */
    public Table table(Transaction tx) {
        return new Table(dao.all(tx));
    }

    /** Rates to convert with. */
    public record Table(List<ExchangeRate> rates) {
        private static final Comparator<ExchangeRate> LATEST =
                Comparator.comparing(ExchangeRate::validFrom).thenComparing(ExchangeRate::id);

        /** What one unit of a currency was in another on a day; empty when the table does not say. */
        public Optional<BigDecimal> rate(String from, String to, LocalDate day) {
            if (from.equals(to)) {
                return Optional.of(BigDecimal.ONE);
            }
            return rates.stream()
                    .filter(rate -> rate.from().equals(from)
                            && rate.to().equals(to)
                            && !rate.validFrom().isAfter(day))
                    .max(LATEST)
                    .map(ExchangeRate::rate);
        }

        /** The days after one and before another on which a rate into a currency may change, in order. */
        SortedSet<LocalDate> changes(String to, LocalDate after, LocalDate before) {
            return rates.stream()
                    .filter(rate -> rate.to().equals(to))
                    .map(ExchangeRate::validFrom)
                    .filter(day -> day.isAfter(after) && day.isBefore(before))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
