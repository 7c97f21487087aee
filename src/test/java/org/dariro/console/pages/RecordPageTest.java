package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.platform.AuditEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of the record: what an auditor finds, and what a changed row looks like. */
class RecordPageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final RecordPage page = new RecordPage(desk.dariro.database, desk.dariro.audit, desk.clock);
    private final Visit auditor = desk.visit(desk.add("Nomsa", StaffRole.AUDITOR, Set.of()));

    @AfterEach
    void close() {
        desk.close();
    }

    private static UriInfo asked(String... pairs) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return (UriInfo) Proxy.newProxyInstance(
                RecordPageTest.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (self, method, given) -> query);
    }

    private String shown(String... query) {
        return desk.html(page.show(auditor, asked(query)));
    }

    private void add(String who, String what, String kind, long id, String details) {
        desk.dariro.database.useTransaction(tx ->
                desk.dariro.audit.add(tx, AuditEntry.of(who, what).on(kind, id).saying(details)));
    }

    @Test
    void theNewestRowsStandFirstAndAreFoundByWhatTheyAreOn() {
        add("Grace", "alert-claimed", "alert", 17, "");
        add("Ruth", "token-made", "token", 4, "posts:read");
        String all = shown();
        assertTrue(all.indexOf("token-made") < all.indexOf("alert-claimed"), all);
        assertFalse(shown("subject", "alert:17").contains("token-made"));
        assertFalse(shown("subject", "alert:1").contains("alert-claimed"));
        assertFalse(shown("kind", "alerts").contains("token-made"));
        assertFalse(shown("who", "ruth").contains("alert-claimed"));
        assertTrue(shown("who", "RUTH").contains("token-made"));
        assertTrue(shown("from", "2000-01-01", "to", "2000-01-02").contains("There is no such row."));
        String today = java.time.LocalDate.ofInstant(desk.clock.instant(), auditor.zone())
                .toString();
        assertTrue(shown("from", today, "to", today).contains("alert-claimed"));
        assertTrue(shown("subject", "nothing").contains("id=\"subject-fault\""));
    }

    @Test
    void aLongRecordIsReadInParts() {
        for (int i = 0; i < 60; i++) {
            add("Grace", "alert-claimed", "alert", 100 + i, "");
        }
        String first = shown("kind", "alerts");
        assertTrue(first.contains(">alert:159<") && !first.contains(">alert:109<"), first);
        String before = first.replaceAll("(?s).*before=([0-9]+).*", "$1");
        String second = shown("kind", "alerts", "before", before);
        assertTrue(second.contains(">alert:109<") && second.contains(">alert:100<"), second);
        assertFalse(second.contains(">alert:110<") || second.contains("before="), second);
    }

    @Test
    void theFirstBadRowIsNamed() {
        add("Grace", "alert-claimed", "alert", 17, "");
        desk.dariro.audit.seal();
        String good = desk.html(page.verify(auditor, "").getEntity());
        assertTrue(good.contains("as they were written") || good.contains("as it was written"), good);
        String head = desk.dariro.audit.head().text();
        assertTrue(good.contains(head), good);
        assertEquals(200, page.verify(auditor, head).getStatus());
        Response wrong = page.verify(auditor, "no head");
        assertEquals(422, wrong.getStatus());
        assertTrue(desk.html(wrong.getEntity()).contains("value=\"no head\""));
        desk.dariro.database.useTransaction(tx -> tx.write(
                new org.dariro.platform.Write(1, "update audit set actor = ? where action = ?"),
                "Ruth",
                "alert-claimed"));
        String bad = desk.html(page.verify(auditor, null).getEntity());
        assertTrue(bad.contains("was changed.") && bad.contains("The row at place"), bad);
    }

    @Test
    void itIsTakenAlongWithoutFormulas() throws Exception {
        add("=Grace", "alert-claimed", "alert", 17, "+1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) page.table(auditor, asked("kind", "alerts")).getEntity()).write(out);
        String table = out.toString(StandardCharsets.UTF_8);
        assertTrue(table.contains(",'=Grace,alert-claimed,alert:17,"), table);
        assertEquals(2, table.lines().count(), table);
        assertTrue(shown().contains("record-exported"));
    }
}
