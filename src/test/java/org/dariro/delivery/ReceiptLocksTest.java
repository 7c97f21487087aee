package org.dariro.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.dariro.Dariro;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receipt may come while the answer to its text is being written down: neither waits for what the other holds. */
class ReceiptLocksTest {
    private static final long PARCEL = 7;
    private final HandClock clock = new HandClock();
    private final CarrierIdDao carrierIds = new CarrierIdDao();
    private Dariro dariro;

    @BeforeEach
    void open() {
        dariro = new Dariro(
                Settings.of(Map.of(
                        "DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID(),
                        "DARIRO_ACCOUNTS", "sim",
                        "DARIRO_ACCOUNT_SIM_KIND", "twilio", // whose ids are kept although it echoes references
                        "DARIRO_ACCOUNT_SIM_SID", "AC00000000000000000000000000000000",
                        "DARIRO_ACCOUNT_SIM_AUTH_TOKEN", "token")),
                Vault.inMemory(),
                clock,
                Work.inline());
        dariro.database.useTransaction(tx -> {
            Instant now = clock.instant();
            tx.update(
                    "insert into parcel_texts (id, sealed, encoding, segments) values (1, ?, 'GSM_7', 1)", new byte[1]);
            tx.update(
                    "insert into parcels (id, text_id, member_id, line_id, kind, state, node, attempts, due_at,"
                            + " created_at, changed_at) values (?, 1, 1, 1, 'GROUP', 'ACCEPTED', 1, 1, ?, ?, ?)",
                    PARCEL,
                    now,
                    now,
                    now);
        });
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    @Test
    void aReceiptWaitsForTheParcelBeforeItWritesItsId() throws Exception {
        FutureTask<Boolean> receipt = new FutureTask<>(
                () -> dariro.receipts.take(List.of(new DeliveryReport(
                        "sim",
                        "SM1",
                        Optional.of(Long.toString(PARCEL)),
                        Status.DELIVERED,
                        Optional.empty(),
                        Optional.empty()))),
                true);
        Thread carrier = new Thread(receipt, "receipt");
        dariro.database.useTransaction(tx -> {
            lock(PARCEL, tx);
            carrier.start();
            while (carrier.getState() == Thread.State.NEW || carrier.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            carrierIds.insert(tx, "sim", "SM1", PARCEL);
            lock(PARCEL, tx); // a question sends what was written
        });
        receipt.get(20, TimeUnit.SECONDS);
        assertEquals("DELIVERED", dariro.database.inTransaction(tx -> tx.query("select state from parcels where id = ?")
                .bind(0, PARCEL)
                .mapTo(String.class)
                .one()));
    }

    private static void lock(long parcel, Transaction tx) {
        tx.query("select id from parcels where id = ? for update")
                .bind(0, parcel)
                .mapTo(Long.class)
                .one();
    }
}
