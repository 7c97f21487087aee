package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.spend.ChargeSource;
import org.dariro.spend.Charges;

/**
 * Takes what carriers report. Reports may come first, twice or in any order: a parcel only moves forward, and a report for
 * an id that is not known yet is kept until it is.
 */
@Component
public class Receipts {
    /** How long a receipt for an unknown id is kept. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Database database;
    private final DeliveryDao dao;
    private final CarrierIdDao carrierIds;
    private final Accounts accounts;
    private final Charges charges;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Receipts(
            Database database,
            DeliveryDao dao,
            CarrierIdDao carrierIds,
            Accounts accounts,
            Charges charges,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.carrierIds = carrierIds;
        this.accounts = accounts;
        this.charges = charges;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a report brings a parcel. */
    static ParcelState state(DeliveryReport.Status status) {
        return switch (status) {
            case ON_ITS_WAY -> ParcelState.ACCEPTED;
            case DELIVERED -> ParcelState.DELIVERED;
            case FAILED -> ParcelState.FAILED;
        };
    }

    /** Takes some reports; they are on disk when this returns. */
    public void take(List<DeliveryReport> reports) {
        database.useTransaction(tx -> take(tx, reports));
    }

    private void take(Transaction tx, List<DeliveryReport> reports) {
        Moves moves = new Moves();
        Told told = new Told();
        List<DeliveryReport> byCarrierId = new ArrayList<>();
        List<CarrierIdDao.Known> named = new ArrayList<>();
        for (DeliveryReport report : reports) {
            long parcel = report.reference().map(Parcel::id).orElse(-1L);
            if (parcel >= 0) {
                moves.add(parcel, move(report));
                told.add(parcel, report.account(), report.charge());
                if (accounts.find(report.account()).filter(Account::keepsIds).isPresent()) {
                    named.add(new CarrierIdDao.Known(report.account(), CarrierIds.kept(report.carrierId()), parcel));
                }
            } else {
                byCarrierId.add(report);
            }
        }
        byCarrierId.stream()
                .collect(Collectors.groupingBy(DeliveryReport::account))
                .forEach((account, some) -> byCarrierId(tx, account, some, named, moves, told));
        apply(tx, moves, told, named);
    }

    private void byCarrierId(
            Transaction tx,
            String account,
            List<DeliveryReport> reports,
            List<CarrierIdDao.Known> named,
            Moves moves,
            Told told) {
        Map<String, Long> known = carrierIds
                .find(
                        tx,
                        account,
                        reports.stream()
                                .map(report -> CarrierIds.kept(report.carrierId()))
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(CarrierIdDao.Known::carrierId, CarrierIdDao.Known::parcel));
        named.stream()
                .filter(one -> one.account().equals(account))
                .forEach(one -> known.putIfAbsent(one.carrierId(), one.parcel()));
        for (DeliveryReport report : reports) {
            Long parcel = known.get(CarrierIds.kept(report.carrierId()));
            if (parcel != null) {
                moves.add(parcel, report.carrierId(), move(report));
                told.add(parcel, account, report.charge());
            } else {
                Moves.Move move = move(report);
                carrierIds.insertEarly(
                        tx,
                        ids.next(),
                        account,
                        report.carrierId(),
                        move.to(),
                        move.code(),
                        report.charge(),
                        clock.instant());
            }
        }
    }

    /** What was told of charges, by account; of one parcel the last word counts. */
    private static final class Told {
        private final Map<String, Map<Long, Charge>> byAccount = new TreeMap<>();

        void add(long parcel, String account, Optional<Charge> charge) {
            charge.ifPresent(one -> byAccount
                    .computeIfAbsent(account, known -> new LinkedHashMap<>())
                    .put(parcel, one));
        }
    }

    /** Applies early receipts whose parcel is known by now, and forgets those of two days ago. */
    public void ripen() {
        database.useLazyTransaction(tx -> {
            carrierIds.forget(tx, clock.instant().minus(KEPT));
            Moves moves = new Moves();
            Told told = new Told();
            for (CarrierIdDao.Early early : carrierIds.ripe(tx)) {
                moves.add(early.parcel(), early.carrierId(), new Moves.Move(early.state(), early.code()));
                told.add(early.parcel(), early.account(), early.charge());
                carrierIds.deleteEarly(tx, early.id());
            }
            apply(tx, moves, told, List.of());
        });
    }

    private static Moves.Move move(DeliveryReport report) {
        return new Moves.Move(
                state(report.status()), Settlement.shorten(report.code().orElse(null)));
    }

    /** @param named ids that reports told of parcels; those come after the parcels, as where outcomes are written down */
    private void apply(Transaction tx, Moves moves, Told told, List<CarrierIdDao.Known> named) {
        if (moves.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<Long, ParcelState> states = dao.states(tx, moves.parcels());
        named.forEach(one -> carrierIds.insert(tx, one.account(), one.carrierId(), one.parcel()));
        told.byAccount.forEach((account, some) -> charges.told(tx, account, some, ChargeSource.RECEIPT));
        Map<Long, Moves.Move> settled = moves.settle(tx, carrierIds);
        states.forEach((parcel, state) -> {
            Moves.Move move = settled.get(parcel);
            if (move != null && state.mayBecome(move.to())) {
                dao.settle(tx, parcel, state, move.to(), move.code(), now, now);
            }
        });
    }
}
