package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dariro.console.StaffRole;
import org.dariro.platform.AuditRow;
import org.dariro.programme.study.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A study from its making to its end, as a coordinator and an administrator do it. */
class StudiesPageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final StudiesPage page = new StudiesPage(
            desk.dariro.database, desk.dariro.studies, desk.dariro.studyExports, desk.dariro.groups, desk.clock);
    private final long group = desk.group("HOPE");
    private Visit nomsa;
    private Visit ada;

    @BeforeEach
    void begin() {
        desk.member(group, "+263771000011", "Sunny");
        nomsa = desk.visit(desk.add("Nomsa", StaffRole.COORDINATOR, Set.of()));
        ada = desk.visit(desk.add("Ada", StaffRole.ADMINISTRATOR, Set.of()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static MultivaluedMap<String, String> form(String... pairs) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.putSingle(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private MultivaluedMap<String, String> good() {
        return form("name", "Circles", "from", "1970-01-01", "to", "2027-01-01", "arm-" + group, "intervention");
    }

    /** No study can begin or end in 1970. */
    private MultivaluedMap<String, String> wish() {
        MultivaluedMap<String, String> wish = good();
        wish.putSingle("from", "2026-01-01");
        return wish;
    }

    private Study only() {
        List<Study> all = desk.dariro.database.inTransaction(tx -> desk.dariro.studies.list(tx, 0, 9));
        assertEquals(1, all.size());
        return all.get(0);
    }

    private String made() {
        Response response = page.make(nomsa, wish());
        assertEquals(303, response.getStatus());
        String id = Long.toString(only().id());
        assertEquals("/console/studies/" + id, response.getHeaderString("Location"));
        return id;
    }

    @Test
    void aStudyIsMadeChangedAndShown() {
        assertTrue(desk.html(page.show(nomsa)).contains("There is no study yet"));
        String id = made();
        assertTrue(desk.html(page.show(nomsa)).contains("One group"));
        String html = desk.html(page.study(nomsa, id, null));
        assertTrue(html.contains("<td>intervention</td>"), html);
        assertTrue(html.contains("Only an administrator"), html);
        MultivaluedMap<String, String> other = wish();
        other.putSingle("arm-" + group, "control");
        other.putSingle("keeps", "1");
        other.putSingle("answers", "1");
        assertEquals(303, page.change(nomsa, id, other).getStatus());
        assertEquals(Map.of(group, "control"), only().arms());
        assertTrue(only().keepsWithdrawn() && only().withAnswers());
        assertTrue(desk.html(page.study(nomsa, id, "1")).contains("Saved."));
        assertThrows(PageFault.class, () -> page.study(nomsa, "x", null));
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        Response response = page.make(nomsa, form("name", "<b>x", "from", "soon", "to", "later"));
        assertEquals(422, response.getStatus());
        String html = desk.html(response.getEntity());
        assertTrue(html.contains("id=\"to-fault\"") && html.contains("id=\"groups-fault\""), html);
        assertTrue(html.contains("&lt;b&gt;x"), html);
        assertEquals(422, page.make(nomsa, good()).getStatus());
        String id = made();
        MultivaluedMap<String, String> wrong = wish();
        wrong.putSingle("arm-" + group, "=1+1");
        Response changed = page.change(nomsa, id, wrong);
        assertEquals(422, changed.getStatus());
        assertTrue(desk.html(changed.getEntity()).contains("An arm has letters"));
        assertEquals(Map.of(group, "intervention"), only().arms());
    }

    @Test
    void theExportIsAFileWithNobodyInIt() throws IOException {
        String id = made();
        Response response = page.export(nomsa, id, "study");
        assertEquals("application/zip", response.getMediaType().toString());
        assertEquals("attachment; filename=\"study-" + id + ".zip\"", response.getHeaderString("Content-Disposition"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) response.getEntity()).write(out);
        List<String> files = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.add(entry.getName());
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertFalse(text.contains("Sunny") || text.contains("771000011"), text);
            }
        }
        assertEquals(5, files.size(), "answers are not in it unless members agreed");
        assertEquals(
                "attachment; filename=\"study-" + id + "-dates.zip\"",
                page.export(nomsa, id, "dates").getHeaderString("Content-Disposition"));
        assertEquals(2, audited("study-exported"));
    }

    private long audited(String action) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                .map(AuditRow::action)
                .filter(action::equals)
                .count());
    }

    @Test
    void theKeyTakesAReason() {
        String id = made();
        assertTrue(desk.html(page.study(ada, id, null)).contains("Take out the key"));
        Response without = page.key(ada, id, form());
        assertEquals(422, without.getStatus());
        assertTrue(desk.html(without.getEntity()).contains("Please choose why you need it."));
        assertEquals(0, audited("study-key-shown"));
        Response key = page.key(ada, id, form("reason", "linkage"));
        assertEquals(200, key.getStatus());
        assertTrue(String.valueOf(key.getEntity()).contains("'+263771000011"));
        assertTrue(key.getHeaderString("Content-Disposition").contains("study-" + id + "-key.csv"));
        assertEquals(1, audited("study-key-shown"));
    }

    @Test
    void anEndTakesATickAndIsForGood() {
        String id = made();
        assertEquals(422, page.end(ada, id, form()).getStatus());
        assertFalse(only().ended());
        assertEquals(303, page.end(ada, id, form("sure", "1")).getStatus());
        String html = desk.html(page.study(ada, id, null));
        assertTrue(html.contains("Its key is destroyed") || html.contains("its key is destroyed"), html);
        assertFalse(html.contains("Export as ZIP"), html);
        assertEquals(303, page.export(nomsa, id, null).getStatus());
        assertEquals(422, page.key(ada, id, form("reason", "check")).getStatus());
        assertEquals(422, page.change(nomsa, id, wish()).getStatus());
        assertTrue(desk.html(page.show(nomsa)).contains("Ended"));
    }
}
