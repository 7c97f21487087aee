package org.dariro.gateway;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dariro.member.Member;
import org.dariro.member.Network;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The prices that hold today, in memory: for every parcel that is written, without a query for it. A price that was added
 * here counts from the next transaction on, one that another node added within a minute. In one transaction all are asked
 * of the same book: what is paid is what is written.
 */
@Component
public class Tariff {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 50_000;

    private final Prices prices;
    private final Networks networks;
    private final InstantSource clock;
    private volatile @Nullable Book book;

    @Inject
    public Tariff(Prices prices, Networks networks, InstantSource clock) {
        this.prices = prices;
        this.networks = networks;
        this.clock = clock;
    }

    private record To(long line, String digits, Optional<Network> noted) {}

    private record Book(
            Map<Long, List<Price>> prices, long version, LocalDate day, Instant until, Map<To, Quote> known) {
        Quote quote(Destination to, long line) {
            return new Quote(to.network(), Prices.best(prices.getOrDefault(line, List.of()), to, day));
        }
    }

    /** What a segment from a line to a member costs today. */
    public Quote quote(Transaction tx, long line, Member member) {
        Book current = tx.local(Book.class, () -> current(tx));
        To to = new To(line, member.number().digits(), member.network());
        Quote known = current.known().get(to);
        if (known != null) {
            return known;
        }
        if (current.known().size() >= MOST_KNOWN) {
            current.known().clear();
        }
        Quote quote = current.quote(networks.of(member), line);
        current.known().put(to, quote);
        return quote;
    }

    private Book current(Transaction tx) {
        Book current = book;
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long version = prices.version();
        if (current != null
                && current.version() == version
                && current.day().equals(today)
                && current.until().isAfter(now)) {
            return current;
        }
        Map<Long, List<Price>> read = prices.all(tx).stream().collect(Collectors.groupingBy(Price::line));
        Map<To, Quote> known = current != null
                        && current.day().equals(today)
                        && current.prices().equals(read)
                ? current.known()
                : new ConcurrentHashMap<>();
        Book next = new Book(read, version, today, now.plus(KEPT), known);
        book = next;
        return next;
    }
}
