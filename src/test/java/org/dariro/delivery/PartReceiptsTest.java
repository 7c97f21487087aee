package org.dariro.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartReceiptsTest {
    private static final long PARCEL = 7;
    private final HandClock clock = new HandClock();
    private final CarrierIdDao carrierIds = new CarrierIdDao();
    private Dariro dariro;

    @BeforeEach
    void open() {
        dariro = new Dariro(
                Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
                Vault.inMemory(),
                clock,
                Work.inline());
        dariro.database.useTransaction(tx -> {
            Instant now = clock.instant();
            tx.update(
                    "insert into parcel_texts (id, sealed, encoding, segments) values (1, ?, 'GSM_7', 3)", new byte[1]);
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
    void aParcelIsDeliveredWhenAllItsPartsAre() {
        took("a", "b", "c");
        reports(Status.DELIVERED, "b");
        assertEquals("ACCEPTED", state());
        reports(Status.DELIVERED, "b", "a");
        assertEquals("ACCEPTED", state());
        reports(Status.DELIVERED, "c");
        assertEquals("DELIVERED", state());
    }

    @Test
    void aParcelHasFailedWhenOnePartHas() {
        took("a", "b");
        reports(Status.DELIVERED, "a");
        reports(Status.FAILED, "b");
        assertEquals("FAILED", state());
    }

    @Test
    void aFailureCountsAlsoWhenItComesTogetherWithADelivery() {
        took("a", "b");
        dariro.receipts.take(List.of(report(Status.DELIVERED, "a"), report(Status.FAILED, "b")));
        assertEquals("FAILED", state());
    }

    @Test
    void receiptsThatCameBeforeTheAnswerCountToo() {
        reports(Status.DELIVERED, "a", "b");
        took("a", "b");
        assertEquals("ACCEPTED", state());
        dariro.receipts.ripen();
        assertEquals("DELIVERED", state());
    }

    @Test
    void oneReceiptIsEnoughForATextOfOnePart() {
        took("a");
        reports(Status.DELIVERED, "a");
        assertEquals("DELIVERED", state());
    }

    private void took(String... ids) {
        dariro.database.useTransaction(tx -> carrierIds.insertAll(tx, "sim", List.of(ids), PARCEL));
    }

    private void reports(Status status, String... ids) {
        dariro.receipts.take(Arrays.stream(ids).map(id -> report(status, id)).toList());
    }

    private static DeliveryReport report(Status status, String id) {
        return new DeliveryReport("sim", id, Optional.empty(), status, Optional.empty(), Optional.empty());
    }

    private String state() {
        return dariro.database.inTransaction(tx -> tx.query("select state from parcels where id = ?")
                .bind(0, PARCEL)
                .mapTo(String.class)
                .one());
    }
}
