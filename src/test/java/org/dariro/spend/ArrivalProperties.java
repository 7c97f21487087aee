package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dariro.Dariro;
import org.dariro.gateway.Line;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;

/** What a parcel comes to in the tables does not depend on what was heard first, nor on how often. */
class ArrivalProperties {
    private static final String ACCOUNT = "sim";

    private final Dariro dariro = new Dariro(
                    Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
                    Vault.inMemory(),
                    new HandClock(),
                    Work.inline())
            .start();
    private final Line line = dariro.database.inTransaction(tx -> dariro.lines.add(tx, ACCOUNT, "+263770000000", ""));

    ArrivalProperties() {
        dariro.database.useTransaction(tx -> dariro.prices.add(
                tx,
                new Price(
                        0,
                        line.id(),
                        "ZW",
                        Optional.empty(),
                        Optional.empty(),
                        usd("0.04"),
                        LocalDate.EPOCH,
                        "test",
                        Instant.EPOCH)));
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private long parcel() {
        return dariro.database.inTransaction(tx -> {
            dariro.outbox.send(
                    tx,
                    line,
                    dariro.members.findOrRegister(tx, Msisdn.of("+263771000001"), "en"),
                    null,
                    org.dariro.delivery.Kind.SYSTEM,
                    "x".repeat(200));
            return tx.query("select max(id) from parcels").mapTo(long.class).one();
        });
    }

    private ParcelBook book(long parcel) {
        return dariro.database
                .inTransaction(tx -> dariro.ledger.books(tx, List.of(parcel)))
                .get(0);
    }

    private interface News {
        void hear(Transaction tx, long parcel);
    }

    @Property(tries = 60)
    void theAnswerAndTheReceiptsAreOneCharge(@ForAll Random random) {
        Charge charge = new Charge(usd("0.0955"), Optional.of(2));
        List<News> news = new ArrayList<>(List.of(
                (tx, parcel) -> dariro.charges.answered(tx, ACCOUNT, parcel, charge),
                (tx, parcel) -> dariro.charges.told(tx, ACCOUNT, parcel, charge, ChargeSource.RECEIPT),
                (tx, parcel) -> dariro.charges.told(tx, ACCOUNT, parcel, charge, ChargeSource.RECEIPT),
                (tx, parcel) -> dariro.charges.told(tx, ACCOUNT, parcel, charge, ChargeSource.INQUIRY),
                (tx, parcel) -> dariro.charges.told(tx, ACCOUNT, parcel, charge, ChargeSource.INVOICE),
                (tx, parcel) -> dariro.corrections.unsent(tx, parcel)));
        Collections.shuffle(news, random);
        long parcel = parcel();
        assertEquals(0, new BigDecimal("0.08").compareTo(book(parcel).spent().get("USD")));
        news.forEach(one -> dariro.database.useTransaction(tx -> one.hear(tx, parcel)));
        assertEquals(0, new BigDecimal("0.0955").compareTo(book(parcel).spent().get("USD")));
        int entries = book(parcel).charges().size();
        news.stream()
                .skip(1)
                .filter(one -> random.nextBoolean())
                .forEach(one -> dariro.database.useTransaction(
                        tx -> dariro.charges.told(tx, ACCOUNT, parcel, charge, ChargeSource.RECEIPT)));
        assertEquals(entries, book(parcel).charges().size(), "hearing it again enters nothing");
    }

    @Property(tries = 20)
    void anExpectationIsTakenBackOnce(@ForAll Random random) {
        long parcel = parcel();
        dariro.database.useTransaction(tx -> tx.update("update parcels set state = 'FAILED' where id = ?", parcel));
        for (int times = random.nextInt(3); times >= 0; times--) {
            dariro.database.useTransaction(tx -> dariro.corrections.unsent(tx, parcel));
        }
        assertEquals(0, book(parcel).spent().get("USD").signum());
        assertEquals(1, book(parcel).corrections().size());
    }
}
