package org.dariro.spend;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Map;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What carriers charge, as entries that are never changed. A carrier that tells a charge again changes nothing; one that
 * corrects itself adds the difference.
 */
@Component
public class Charges {
    private final ChargeDao dao;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Charges(ChargeDao dao, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.ids = ids;
        this.clock = clock;
    }

    /** A charge that came with the answer to a request; a receipt that came before it has the last word. */
    public void answered(Transaction tx, String account, long parcel, Charge charge) {
        dao.insertAnswered(
                tx, ids.next(), account, parcel, rounded(charge.amount()), segments(charge), clock.instant());
    }

    /** A charge that was told later, for the first time or again. */
    public void told(Transaction tx, String account, long parcel, Charge charge, ChargeSource source) {
        told(tx, account, Map.of(parcel, charge), source);
    }

    /**
     * The same of several parcels. They are locked: what is told twice at once is entered once. Whoever calls this several times
     * in one transaction goes by their ids, or has locked them all before.
     */
    public void told(Transaction tx, String account, Map<Long, Charge> charges, ChargeSource source) {
        dao.lock(tx, charges.keySet());
        Map<Long, Map<String, BigDecimal>> booked = dao.booked(tx, charges.keySet());
        charges.forEach(
                (parcel, charge) -> told(tx, account, parcel, charge, source, booked.getOrDefault(parcel, Map.of())));
    }

    private void told(
            Transaction tx,
            String account,
            long parcel,
            Charge charge,
            ChargeSource source,
            Map<String, BigDecimal> booked) {
        String currency = charge.amount().currency();
        booked.forEach((other, amount) -> {
            if (!other.equals(currency) && amount.signum() != 0) {
                insert(tx, account, parcel, null, new Money(amount.negate(), other), null, source);
            }
        });
        BigDecimal difference = charge.amount().amount().subtract(booked.getOrDefault(currency, BigDecimal.ZERO));
        if (difference.signum() != 0 || booked.isEmpty()) {
            insert(tx, account, parcel, null, new Money(difference, currency), segments(charge), source);
        }
    }

    /** What a USSD session cost. */
    public void session(Transaction tx, String account, String session, Money amount) {
        BigDecimal difference = rounded(amount).amount().subtract(dao.booked(tx, account, session, amount.currency()));
        if (difference.signum() != 0) {
            insert(tx, account, null, session, new Money(difference, amount.currency()), null, ChargeSource.SESSION);
        }
    }

    private void insert(
            Transaction tx,
            String account,
            @Nullable Long parcel,
            @Nullable String session,
            Money amount,
            @Nullable Integer segments,
            ChargeSource source) {
        dao.insert(tx, ids.next(), account, parcel, session, rounded(amount), segments, source, clock.instant());
    }

    /** As the column keeps it: a millionth of the currency. */
    private static Money rounded(Money money) {
        return new Money(money.amount().setScale(6, RoundingMode.HALF_EVEN), money.currency());
    }

    private static @Nullable Integer segments(Charge charge) {
        return charge.segments().isPresent() ? charge.segments().get() : null;
    }
}
