package org.dariro.gateway;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.dariro.gateways.api.Money;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/**
 * The price tables. They are only added to: what held on a day can always be told again. Within a transaction the prices
 * of a line are read once.
 */
@Component
public class Prices {
    private static final Comparator<Price> LATEST =
            Comparator.comparing(Price::validFrom).thenComparing(Price::id);
    private final PriceDao dao;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private final AtomicLong version = new AtomicLong();

    @Inject
    public Prices(PriceDao dao, AuditLog audit, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads the prices of some lines in one query. */
    void load(Transaction tx, Collection<Long> lines) {
        Map<Long, List<Price>> read = tx.local(Prices.class, HashMap::new);
        List<Long> missing = lines.stream()
                .filter(line -> !read.containsKey(line))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(line -> read.put(line, new java.util.ArrayList<>()));
            dao.ofLines(tx, missing)
                    .forEach(price -> read.getOrDefault(price.line(), List.of()).add(price));
        }
    }

    private List<Price> of(Transaction tx, long line) {
        load(tx, List.of(line));
        return tx.<Map<Long, List<Price>>>local(Prices.class, HashMap::new).getOrDefault(line, List.of());
    }

    /**
     * Adds a price; {@code wanted.id()} and {@code wanted.importedAt()} are ignored.
     *
     * @return false when the table says exactly this already, and nothing is added
     */
    public boolean add(Transaction tx, Price wanted) {
        List<Price> known = of(tx, wanted.line());
        if (known.stream().anyMatch(wanted::repeats)) {
            return false;
        }
        Price price = new Price(
                ids.next(),
                wanted.line(),
                wanted.country(),
                wanted.network(),
                wanted.prefix(),
                wanted.money(),
                wanted.validFrom(),
                wanted.source(),
                clock.instant());
        dao.insert(tx, price);
        known.add(price);
        tx.afterCommit(version::incrementAndGet);
        return true;
    }

    /** Keeps in the audit trail that somebody added prices; none are nothing to keep. */
    public void added(Transaction tx, long count, String by) {
        if (count > 0) {
            audit.add(tx, AuditEntry.of(by, "prices-added").saying(count + " prices"));
        }
    }

    /** Whether the table says exactly this already. */
    public boolean isKnown(Transaction tx, Price price) {
        return of(tx, price.line()).stream().anyMatch(price::repeats);
    }

    /**
     * What a segment from a line to a number costs today: the price for the number's network, else for its longest prefix,
     * else for its country; of several the one valid from the latest day that has come.
     *
     * @return empty when the table does not say
     */
    public Optional<Money> price(Transaction tx, long line, Destination to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return best(of(tx, line), to, today).map(Price::money);
    }

    /** The row that counts for a number on a day, of a line's prices. */
    static Optional<Price> best(List<Price> ofLine, Destination to, LocalDate day) {
        return ofLine.stream()
                .filter(price -> price.fit(to) >= 0 && !price.validFrom().isAfter(day))
                .max(Comparator.comparing((Price price) -> price.fit(to)).thenComparing(LATEST));
    }

    /** All prices, those that this transaction adds left out. */
    List<Price> all(Transaction tx) {
        return dao.all(tx);
    }

    /** Rises with every price that was added on this node. */
    long version() {
        return version.get();
    }

    /** Prices in the order in which they were added, those of one line or of all. */
    public List<Price> list(Transaction tx, Optional<Long> line, long after, int most) {
        return dao.page(tx, line, after, most);
    }
}
