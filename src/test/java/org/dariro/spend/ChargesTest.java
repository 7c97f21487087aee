package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChargesTest {
    private static final String ACCOUNT = "tw";

    private final Database database =
            new Database(Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())));
    private final ChargeDao dao = new ChargeDao();
    private final Charges charges =
            new Charges(dao, new Ids(database), InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));

    private long parcels = 100;

    @AfterEach
    void close() {
        database.close();
    }

    private void told(long parcel, String amount, String currency) {
        Charge charge = new Charge(new Money(new BigDecimal(amount), currency), Optional.of(2));
        database.useTransaction(tx -> charges.told(tx, ACCOUNT, parcel, charge, ChargeSource.INQUIRY));
    }

    private Map<String, BigDecimal> booked(long parcel) {
        return database.inTransaction(tx -> dao.booked(tx, List.of(parcel))).getOrDefault(parcel, Map.of());
    }

    private int entries(long parcel) {
        return database.inTransaction(tx -> tx.query("select count(*) from charges where parcel_id = ?")
                .bind(0, parcel)
                .mapTo(int.class)
                .one());
    }

    private void sums(long parcel, String amount, String currency) {
        assertEquals(
                0, new BigDecimal(amount).compareTo(booked(parcel).getOrDefault(currency, BigDecimal.ONE.negate())));
    }

    @Test
    void aChargeThatIsToldAgainChangesNothing() {
        told(1, "0.0150", "USD");
        told(1, "0.01500", "USD");
        sums(1, "0.015", "USD");
        assertEquals(1, entries(1));
    }

    @Test
    void aCorrectionIsAnEntryOfItsOwn() {
        told(1, "0.8", "KES");
        told(1, "1.6", "KES");
        told(1, "0.8", "KES");
        sums(1, "0.8", "KES");
        assertEquals(3, entries(1));
    }

    @Test
    void aCorrectionToAnotherCurrencyTakesTheFirstBack() {
        told(1, "0.8", "KES");
        told(1, "0.006", "USD");
        sums(1, "0", "KES");
        sums(1, "0.006", "USD");
    }

    @Test
    void whatCostsNothingIsBookedOnce() {
        told(1, "0", "USD");
        told(1, "0.00", "USD");
        assertEquals(1, entries(1));
    }

    @Test
    void aSessionIsChargedLikeAText() {
        for (String amount : List.of("0.5", "0.5", "0.7")) {
            database.useTransaction(
                    tx -> charges.session(tx, ACCOUNT, "session-1", new Money(new BigDecimal(amount), "KES")));
        }
        BigDecimal sum = database.inTransaction(tx -> dao.booked(tx, ACCOUNT, "session-1", "KES"));
        assertEquals(0, new BigDecimal("0.7").compareTo(sum));
    }

    /** Whatever a carrier told one after the other, the sum is what it told last. */
    @Property(tries = 30)
    void theSumIsWhatWasToldLast(
            @ForAll @Size(min = 1, max = 6) List<@BigRange(min = "0", max = "5") @Scale(4) BigDecimal> amounts) {
        long parcel = parcels++;
        amounts.forEach(amount -> told(parcel, amount.toPlainString(), "USD"));
        sums(parcel, amounts.get(amounts.size() - 1).toPlainString(), "USD");
    }
}
