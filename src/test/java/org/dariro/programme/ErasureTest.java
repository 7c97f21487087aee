package org.dariro.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.pages.Desk;
import org.dariro.conversation.Fault;
import org.dariro.conversation.NumberReason;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.platform.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After an erasure nothing of the person can be read, and what must stay is there. */
class ErasureTest {
    private static final String NUMBER = "+263771000011";
    private static final String SECRET = "mulberry";
    private final Desk desk = new Desk(Map.of());
    private final long group = desk.group("HOPE");
    private final Membership sunny = desk.member(group, NUMBER, "Sunny");
    private int texts;

    @BeforeEach
    void talk() {
        desk.member(group, "+263771000012", "Moon");
        text("We met under the " + SECRET + " tree");
        text("MENTOR the " + SECRET + " tree is mine");
        desk.dariro.database.useTransaction(tx -> {
            Membership place = place(tx);
            desk.dariro.placeRecords.note(tx, place, "Met at the " + SECRET + " tree", "Grace");
            desk.dariro.placeRecords.guardian(tx, place, "Mrs Mulberry", "mother", "Form 12", "Ruth");
            desk.dariro.placeRecords.refer(tx, place, "CLINIC-4");
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void text(String words) {
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "t" + texts++, NUMBER, Desk.LINE, words));
        desk.dariro.runDue();
    }

    private Membership place(Transaction tx) {
        return desk.dariro.memberships.find(tx, sunny.id()).orElseThrow();
    }

    private List<String> erase(String nickname) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro
                .erasure
                .erase(tx, place(tx), nickname, "Ruth")
                .match(
                        done -> List.of(),
                        faults -> faults.stream().map(Fault::words).toList()));
    }

    /** Every word that stands in the database in the clear or under the service's key, which is at hand. */
    private List<String> readable() {
        return desk.dariro.database.inTransaction(tx -> {
            List<String> words = new ArrayList<>();
            for (Map<String, Object> column : tx.query(
                            "select table_name as t, column_name as c, data_type as d"
                                    + " from information_schema.columns where table_schema = 'public' or table_schema = 'PUBLIC'")
                    .mapToMap()
                    .list()) {
                String type = String.valueOf(column.get("d")).toUpperCase(java.util.Locale.ROOT);
                if (type.contains("CHARACTER") || type.contains("BINARY")) {
                    tx.query("select \"" + column.get("c") + "\" as v from \"" + column.get("t") + "\"")
                            .map((row, context) -> row.getObject("v"))
                            .list()
                            .forEach(value -> read(value).ifPresent(words::add));
                }
            }
            return words;
        });
    }

    private Optional<String> read(Object value) {
        if (value instanceof byte[] sealed) {
            try {
                return Optional.of(desk.vault.serviceKey().open(sealed, "parcel"));
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    @Test
    void nothingOfThePersonCanBeRead() {
        assertTrue(readable().stream().anyMatch(words -> words.contains(SECRET)));
        assertEquals(List.of(), erase("sunny"));
        for (String words : readable()) {
            String lower = words.toLowerCase(java.util.Locale.ROOT);
            assertFalse(lower.contains(SECRET) || lower.contains("sunny") || words.contains("771000011"), words);
        }
        desk.dariro.database.useTransaction(tx -> {
            assertEquals("-", place(tx).name());
            assertEquals(
                    "(erased)",
                    desk.dariro.log.after(tx, group, 0, 1).get(0).post().text());
            assertEquals(
                    "(erased)",
                    desk.dariro.privateWords.ofGroup(tx, group).get(0).text());
            assertTrue(desk.dariro.placeRecords.notes(tx, place(tx)).isEmpty());
            assertTrue(desk.dariro.placeRecords.guardian(tx, place(tx)).isEmpty());
            assertTrue(desk.dariro.members.find(tx, Msisdn.of(NUMBER)).isEmpty());
            assertEquals(
                    "refused",
                    desk.dariro
                            .numbering
                            .show(tx, place(tx), NumberReason.CHECK, "Ruth")
                            .match(n -> "shown", f -> "refused"));
        });
    }

    @Test
    void whatStaysIsTheRecordAndWhoSentThem() {
        assertEquals(List.of(), erase("Sunny"));
        desk.dariro.database.useTransaction(tx -> {
            assertEquals(Map.of("CLINIC-4", 1L), desk.dariro.placeRecords.referrals(tx, Set.of()));
            assertEquals(Map.of("CLINIC-4", 1L), desk.dariro.placeRecords.referrals(tx, Set.of(group)));
            assertTrue(desk.dariro.audit.list(tx, Optional.of("place:" + sunny.id()), 0, 100).stream()
                    .anyMatch(row -> row.action().equals("member-erased")));
            assertEquals(
                    "erased",
                    desk.dariro.placeRecords.consents(tx, place(tx)).get(0).event());
        });
        desk.dariro.audit.seal();
        assertTrue(desk.dariro.audit.verify(Optional.empty()).bad().isEmpty());
    }

    @Test
    void theSameNumberIsSomebodyNew() {
        assertEquals(List.of(), erase("Sunny"));
        text("Hello");
        desk.dariro.database.useTransaction(tx -> {
            Member fresh = desk.dariro.members.find(tx, Msisdn.of(NUMBER)).orElseThrow();
            assertFalse(fresh.stopped());
            assertTrue(desk.dariro.memberships.of(tx, fresh.id()).isEmpty());
        });
    }

    @Test
    void aStopIsKeptByTheHashAlone() {
        text("STOP ALL");
        assertEquals(List.of(), erase("Sunny"));
        desk.dariro.database.useTransaction(tx -> assertTrue(desk.dariro.members.keptStop(tx, Msisdn.of(NUMBER))));
        text("Hello");
        desk.dariro.database.useTransaction(tx -> {
            assertTrue(desk.dariro
                    .members
                    .find(tx, Msisdn.of(NUMBER))
                    .orElseThrow()
                    .stopped());
            assertFalse(desk.dariro.members.keptStop(tx, Msisdn.of(NUMBER)));
        });
    }

    @Test
    void itIsConfirmedByTheNicknameAndNotDoneTwice() {
        assertEquals(List.of(ErasureFault.NICKNAME_NOT_SO.words()), erase("Moon"));
        assertEquals(List.of(), erase("Sunny"));
        assertEquals(List.of(ErasureFault.NOBODY.words()), erase("-"));
    }

    @Test
    void nobodyIsErasedWhoMayNeedHelp() {
        text("i want to kill myself tonight");
        assertEquals(List.of(ErasureFault.ALERT_OPEN.words()), erase("Sunny"));
    }

    @Test
    void wordsThatOthersWaitForGoOutAndAreTakenOutThen() {
        desk.dariro.database.useTransaction(
                tx -> tx.update("update parcels set state = 'UNKNOWN' where first_seq = 1"));
        assertEquals(List.of(), erase("Sunny"));
        assertTrue(readable().stream().anyMatch(words -> words.contains(SECRET)));
        desk.dariro.database.useTransaction(
                tx -> tx.update("update parcels set state = 'DELIVERED' where first_seq = 1"));
        desk.dariro.erasure.turn();
        assertFalse(readable().stream().anyMatch(words -> words.contains(SECRET)));
    }
}
