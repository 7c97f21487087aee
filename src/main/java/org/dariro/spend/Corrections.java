package org.dariro.spend;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateway.Price;
import org.dariro.gateway.Quote;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Corrects what parcels are expected to cost, by entries of their own: no estimate is ever changed. */
@Component
public class Corrections {
    private final CorrectionDao dao;
    private final InstantSource clock;

    @Inject
    public Corrections(CorrectionDao dao, InstantSource clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /** A parcel that has failed was never taken by a carrier: its expectation is taken back, once. */
    public void unsent(Transaction tx, long parcel) {
        dao.unsent(tx, parcel, clock.instant());
    }

    /** The same for all parcels of a member that were taken back by STOP. */
    public void stopped(Transaction tx, long member) {
        dao.stopped(tx, member, clock.instant());
    }

    /** A parcel goes out once more although it may have arrived: it is expected to be charged again. */
    public void sentAgain(Transaction tx, long parcel) {
        dao.sentAgain(tx, parcel, clock.instant());
    }

    /**
     * A parcel that waits goes to another line.
     *
     * @param segments that it has
     * @param from the line that it leaves
     * @param quote what the new line costs
     * @param paid whether the budgets of its group have paid for the difference
     */
    public record Move(long parcel, int segments, long from, Quote quote, boolean paid) {}

    /** What parcels are expected to cost by now, in each currency. */
    public Map<Long, Map<String, BigDecimal>> expected(Transaction tx, Collection<Long> parcels) {
        return dao.expected(tx, parcels);
    }

    /** Parcels go to other lines: what each is expected to cost there takes the place of what was expected. */
    public void moved(Transaction tx, Collection<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<Long, Map<String, BigDecimal>> expected =
                dao.expected(tx, moves.stream().map(Move::parcel).toList());
        for (Move move : moves) {
            Map<String, BigDecimal> change = new HashMap<>();
            expected.getOrDefault(move.parcel(), Map.of())
                    .forEach((currency, amount) -> change.put(currency, amount.negate()));
            Optional<Price> price = move.quote().price();
            price.ifPresent(found -> change.merge(
                    found.money().currency(),
                    found.money().amount().multiply(BigDecimal.valueOf(move.segments())),
                    BigDecimal::add));
            Optional<Long> row = price.map(Price::id);
            if (change.isEmpty()) {
                dao.moved(tx, move, BigDecimal.ZERO, null, row, now);
            }
            change.forEach((currency, amount) -> dao.moved(tx, move, amount, currency, row, now));
        }
    }
}
