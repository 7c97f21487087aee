package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.LookUp;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.spend.ChargeSource;
import org.dariro.spend.Charges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks carriers for charges that they tell only on request, some time after they took a text: after a minute, then less
 * and less often for two days.
 */
@Component
public class ChargeRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ChargeRequests.class);
    private static final int PAGE = 100;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final List<Duration> NEXT = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(10),
            Duration.ofHours(36));

    private final Database database;
    private final ChargeRequestDao dao;
    private final DeliveryDao parcels;
    private final Inquiry inquiry;
    private final Charges charges;
    private final InstantSource clock;

    @Inject
    public ChargeRequests(
            Database database,
            ChargeRequestDao dao,
            DeliveryDao parcels,
            Inquiry inquiry,
            Charges charges,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.parcels = parcels;
        this.inquiry = inquiry;
        this.charges = charges;
        this.clock = clock;
    }

    /** A carrier took a parcel, and will tell what it costs when it is asked. */
    void expect(Transaction tx, Parcel parcel) {
        dao.insert(tx, parcel.id(), clock.instant().plus(FIRST));
    }

    /** The same for a parcel that was found, or reported on, after its answer was lost. */
    void expectFrom(Transaction tx, String account, long parcel) {
        if (inquiry.tellsLater(account)) {
            dao.insert(tx, parcel, clock.instant().plus(FIRST));
        }
    }

    private record Told(DeliveryDao.Stored parcel, Optional<Charge> charge) {}

    /** Asks for the charges that are due. No transaction is open while a carrier is asked. */
    public void ask() {
        List<ChargeRequestDao.Due> due = database.inTransaction(tx -> {
            List<ChargeRequestDao.Due> some = dao.due(tx, clock.instant(), PAGE);
            some.forEach(one -> later(tx, one)); // nobody else asks meanwhile
            return some;
        });
        if (due.isEmpty()) {
            return;
        }
        List<Long> asked = due.stream().map(ChargeRequestDao.Due::parcel).toList();
        List<Told> told = database.inTransaction(tx -> parcels.byIds(tx, asked)).stream()
                .map(parcel -> new Told(parcel, charge(inquiry.ask(parcel))))
                .toList();
        database.useTransaction(tx -> told.stream()
                .sorted(Comparator.comparing(one -> one.parcel().id()))
                .forEach(one -> one.charge().ifPresent(charge -> book(tx, one.parcel(), charge))));
    }

    private void book(Transaction tx, DeliveryDao.Stored parcel, Charge charge) {
        charges.told(tx, inquiry.account(parcel), parcel.id(), charge, ChargeSource.INQUIRY);
        dao.delete(tx, parcel.id());
    }

    private void later(Transaction tx, ChargeRequestDao.Due one) {
        if (one.asked() >= NEXT.size()) {
            LOG.warn("The carrier of parcel {} does not tell what it costs", one.parcel());
            dao.delete(tx, one.parcel());
        } else {
            Instant next = clock.instant().plus(NEXT.get(one.asked()));
            dao.again(tx, one.parcel(), one.asked() + 1, next);
        }
    }

    private static Optional<Charge> charge(Optional<LookUp> answer) {
        return answer.isPresent() && answer.get() instanceof LookUp.Found found
                ? found.report().charge()
                : Optional.empty();
    }
}
