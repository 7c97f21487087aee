package org.dariro.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who may write to the database, and has not the keys. */
class AuditLogTest {
    private static final int ROWS = 8;
    private static final int CHAINED = 6;
    private static final String[] COLUMNS = {"at", "actor", "action", "subjects", "details", "mac", "seq", "link"};

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00.123456Z"));
    private final Vault vault = Vault.inMemory();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Database database = new Database(Settings.of(Map.of("DARIRO_DB_URL", url)));
    private AuditLog audit = open();

    private AuditLog open() {
        return new AuditLog(database, new AuditDao(), vault, new Ids(database), clock);
    }

    @BeforeEach
    @BeforeTry
    void fill() {
        update("delete from audit");
        update("update audit_head set seq = 0, link = ?", new byte[0]);
        audit = open();
        for (int i = 1; i <= ROWS; i++) {
            add(i);
            if (i == CHAINED) {
                audit.seal();
            }
        }
    }

    @AfterEach
    @AfterTry
    void empty() {
        update("delete from audit");
    }

    private void add(int i) {
        database.useTransaction(tx -> audit.add(
                tx,
                AuditEntry.of("staff " + i, "alert-claimed")
                        .on("alert", i)
                        .on("group", 5)
                        .saying("row " + i)));
    }

    private int update(String sql, Object... values) {
        return database.inTransaction(tx -> tx.update(sql, values));
    }

    /** The id of the nth row, from 1. */
    private long id(int n) {
        return database.inTransaction(tx -> tx.query("select id from audit order by id limit 1 offset " + (n - 1))
                .mapTo(long.class)
                .one());
    }

    private AuditVerdict.BadRow bad() {
        Optional<AuditVerdict.BadRow> bad = open().verify().bad(); // as after a restart
        assertEquals(bad, audit.verify().bad());
        return bad.orElseThrow(() -> new AssertionError("nothing was found"));
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        AuditVerdict verdict = audit.verify();
        assertEquals(Optional.empty(), verdict.bad());
        assertEquals(CHAINED, verdict.sealed());
        assertEquals(ROWS - CHAINED, verdict.unsealed());
        assertEquals(audit.head().text(), verdict.head());
        assertEquals(ROWS - CHAINED, audit.seal());
        assertEquals(ROWS, audit.verify(Optional.of(verdict.head())).sealed());
        assertEquals(Optional.empty(), audit.verify(Optional.of(verdict.head())).bad());
        assertEquals(0, audit.seal());
    }

    @Property(tries = 100)
    void anyChangeOfARowIsFoundAndTheRowNamed(
            @ForAll @IntRange(min = 1, max = ROWS) int n, @ForAll @IntRange(min = 0, max = 7) int column) {
        String name = COLUMNS[column];
        if (n > CHAINED && column >= 6) {
            return; // rows without a place
        }
        String changed =
                switch (name) {
                    case "at" -> "at = at + interval '1' second";
                    case "seq" -> "seq = 1000";
                    case "mac", "link" -> name + " = substring(" + name + " from 2)";
                    default -> name + " = " + name + " || 'x'";
                };
        update("update audit set " + changed + " where id = ?", id(n));
        AuditVerdict.BadRow bad = bad();
        assertEquals(n <= CHAINED ? n : 0, bad.seq());
        assertEquals(name.equals("seq") ? 0 : id(n), bad.id());
    }

    @Property(tries = 40)
    void aRowThatIsGoneIsFoundAndNamed(@ForAll @IntRange(min = 1, max = CHAINED) int n) {
        update("delete from audit where id = ?", id(n));
        assertEquals(n, bad().seq());
    }

    @Property(tries = 60)
    void rowsThatWereSwappedAreFoundAndTheFirstNamed(
            @ForAll @IntRange(min = 1, max = CHAINED) int one,
            @ForAll @IntRange(min = 1, max = CHAINED) int other,
            @ForAll boolean withLinks) {
        if (one == other) {
            return;
        }
        long a = id(one);
        long b = id(other);
        if (withLinks) {
            database.useTransaction(tx -> {
                tx.update("update audit set seq = -1 where id = ?", a);
                tx.update(
                        "update audit set seq = ?, link = (select link from audit where id = ?) where id = ?",
                        one,
                        a,
                        b);
                tx.update("update audit set seq = ? where id = ?", other, a);
            });
        } else { // what they say, with its hash
            database.useTransaction(tx -> {
                tx.update("update audit set id = -1 where id = ?", a);
                tx.update("update audit set id = ? where id = ?", a, b);
                tx.update("update audit set id = ? where id = -1", b);
            });
        }
        assertEquals(Math.min(one, other), bad().seq());
    }

    @Property(tries = 40)
    void aRowThatWasPutInIsFoundAndNamed(
            @ForAll @IntRange(min = 0, max = CHAINED) int after, @ForAll boolean chained, @ForAll boolean copied) {
        update(
                "insert into audit (id, at, actor, action, subjects, details, mac, seq, link)"
                        + " select 1, at, actor, action, subjects, details, "
                        + (copied ? "mac" : "substring(mac from 3)")
                        + ", null, null from audit where id = ?",
                id(1));
        if (chained) {
            database.useTransaction(tx -> {
                tx.update("update audit set seq = -seq - 1 where seq > ?", after);
                tx.update("update audit set seq = -seq where seq < 0");
                tx.update(
                        "update audit set seq = ?, link = (select link from audit where id = ?) where id = 1",
                        after + 1,
                        id(2));
                tx.update("update audit_head set seq = seq + 1");
            });
        }
        AuditVerdict.BadRow bad = bad();
        assertEquals(1, bad.id());
        assertEquals(chained ? after + 1 : 0, bad.seq());
    }

    @Test
    void aRowWithAPlaceBeforeTheFirstIsFound() {
        update("update audit set seq = 0 where id = ?", id(ROWS));
        assertEquals(id(ROWS), bad().id());
    }

    @Test
    void theNewestRowsCannotBeTakenAwayWithTheHeadLeftAsItIs() {
        update("delete from audit where seq >= 5");
        assertEquals(5, bad().seq());
    }

    @Test
    void aTrailThatWasCutBackWithItsHeadShowsAgainstAHeadKeptOutside() {
        String noted = audit.head().text();
        byte[] link = database.inTransaction(tx -> tx.query("select link from audit where seq = 4")
                .mapTo(byte[].class)
                .one());
        update("delete from audit where seq > 4");
        update("update audit_head set seq = 4, link = ?", link);

        assertEquals(Optional.empty(), open().verify().bad()); // another process cannot know
        assertEquals(5, open().verify(Optional.of(noted)).bad().orElseThrow().seq());
        assertEquals(5, audit.verify().bad().orElseThrow().seq()); // the one that sealed it does
        assertThrows(IllegalStateException.class, audit::seal);

        open().seal(); // the chain is whole again, and another one
        AuditVerdict.BadRow bad = open().verify(Optional.of(noted)).bad().orElseThrow();
        assertEquals(6, bad.seq());
    }

    @Test
    void aForgedRowIsSealedAndStaysBad() {
        update("update audit set details = 'nothing' where id = ?", id(ROWS));
        audit.seal();
        assertEquals(ROWS, bad().seq());
        assertEquals(id(ROWS), bad().id());
    }

    @Test
    void aRowIsWrittenWithItsTransactionOrNotAtAll() {
        assertThrows(
                IllegalArgumentException.class,
                () -> database.useTransaction(tx -> {
                    audit.add(tx, AuditEntry.of(AuditEntry.SERVICE, "screened"));
                    throw new IllegalArgumentException();
                }));
        assertEquals(2, audit.verify().unsealed());
    }

    @Test
    void manyRowsAreSealedInOneGo() {
        for (int i = 0; i < 2_500; i++) {
            add(i);
        }
        assertEquals(2_502, audit.seal());
        AuditVerdict verdict = audit.verify();
        assertEquals(2_508, verdict.sealed());
        assertTrue(verdict.bad().isEmpty());
    }

    @Test
    void rowsAreFoundByWhatTheyAreOn() {
        assertEquals(
                1,
                database.inTransaction(tx -> audit.list(tx, Optional.of("alert:3"), 0, 50))
                        .size());
        assertEquals(
                ROWS,
                database.inTransaction(tx -> audit.list(tx, Optional.of("group:5"), 0, 50))
                        .size());
        assertEquals(
                2,
                database.inTransaction(tx -> audit.list(tx, Optional.empty(), id(2), 2))
                        .size());
    }
}
