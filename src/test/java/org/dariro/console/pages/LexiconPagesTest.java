package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.console.StaffRole;
import org.dariro.gateways.api.InboundSms;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of lexicons, their tests, and risks that screening missed. */
class LexiconPagesTest {
    private static final String FINDS = "category: suicide\nhigh: quarry is calling\n";
    private static final String TEXT = "the quarry is calling <b>me</b>";

    @TempDir
    private static Path home;

    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional", "DARIRO_HOME", home.toString()));
    private final LexiconsPage all = new LexiconsPage(desk.dariro.database, desk.dariro.editing);
    private final LexiconPage one = new LexiconPage(desk.dariro.database, desk.dariro.editing, desk.reads());
    private final LexiconTestsPage tests =
            new LexiconTestsPage(desk.dariro.database, desk.dariro.editing, desk.dariro.storedTests, desk.reads());
    private final Visit lead = desk.visit(desk.add("Chipo", StaffRole.CLINICAL_LEAD, Set.of()));

    @AfterEach
    void close() {
        desk.close();
    }

    private String html(Object page) {
        return desk.html(page instanceof Response response ? response.getEntity() : page);
    }

    private Response change(Visit visit, String... fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.putSingle(fields[i], fields[i + 1]);
        }
        return one.change(visit, "en", "local", form);
    }

    private Optional<Severity> finds() {
        return desk.dariro.screener.rule(TEXT, "en", "ZW", true).assessment().severity();
    }

    @Test
    void aTextIsTriedAndWhatIsFoundIsMarked() {
        String page = html(all.tryText(lead, "honestly i want to die <now>", "en"));
        assertTrue(page.contains("<mark title=\"want to die"), page);
        assertTrue(page.contains("line en/suicide.txt:"), page);
        assertTrue(page.contains("&lt;now&gt;"));
        assertTrue(html(all.tryText(lead, "good morning all", "sn")).contains("Nothing is found in it."));
        assertEquals(422, all.tryText(lead, " ", "en").getStatus());
    }

    @Test
    void aChangeIsTriedBeforeItIsSavedAndCanBeTakenBack() {
        assertEquals(
                "/console/lexicons/en/local", all.open(lead, "EN", "local ").getHeaderString("Location"));
        assertEquals(422, all.open(lead, "english", "Local Words").getStatus());
        assertTrue(html(one.show(lead, "en", "local")).contains("Nothing was saved of this file"));
        String tried = html(change(lead, "content", FINDS, "from", "0", "probe", TEXT, "do", "try"));
        assertTrue(tried.contains("The change can be used"), tried);
        assertTrue(tried.contains("<li dir=\"auto\">high: quarry is calling</li>"));
        assertTrue(tried.contains("<mark title=\"quarry is calling\">quarry is calling</mark>"));
        assertEquals(Optional.empty(), finds());
        assertEquals(
                303,
                change(lead, "content", FINDS, "from", "0", "note", "A song", "do", "save")
                        .getStatus());
        assertEquals(Optional.of(Severity.HIGH), finds());
        String shown = html(one.show(lead, "en", "local"));
        assertTrue(shown.contains("Version 1") && shown.contains("A song") && shown.contains("quarry is calling"));
        assertTrue(html(all.show(lead)).contains("Version 1 by "));
        String late = html(change(lead, "content", FINDS, "from", "0", "do", "save"));
        assertTrue(late.contains("Somebody has saved another version meanwhile"));
        assertEquals(303, change(lead, "do", "below").getStatus());
        assertEquals(Optional.empty(), finds());
        assertEquals(303, change(lead, "do", "back", "version", "1").getStatus());
        assertEquals(Optional.of(Severity.HIGH), finds());
        assertThrows(PageFault.class, () -> change(lead, "do", "back", "version", "99"));
    }

    @Test
    void whatIsWrongIsSaidAtTheField() {
        Response wrong = change(lead, "content", "high quarry", "from", "0", "do", "save");
        assertEquals(422, wrong.getStatus());
        String page = html(wrong);
        assertTrue(page.contains("en/local.txt:1: there is no colon"), page);
        assertTrue(page.contains("aria-invalid=\"true\""));
        assertTrue(page.contains("high quarry</textarea>"));
        assertEquals(422, change(lead, "content", " ", "do", "try").getStatus());
    }

    @Test
    void onlyAClinicalLeadIsAskedForAReasonToBreakATest() {
        Visit admin = desk.visit(desk.add("Ada", StaffRole.ADMINISTRATOR, Set.of()));
        change(lead, "content", FINDS, "from", "0", "do", "save");
        assertEquals(303, tests.add(lead, TEXT, "en", "suicide", "high").getStatus());
        String softer = FINDS.replace("high", "low");
        String page = html(change(admin, "content", softer, "from", "1", "do", "save", "despite", "I may"));
        assertTrue(page.contains("No longer found") && page.contains("&lt;b&gt;me&lt;/b&gt;"), page);
        assertFalse(page.contains("name=\"despite\""));
        assertEquals(Optional.of(Severity.HIGH), finds());
        String refused = html(change(lead, "content", softer, "from", "1", "do", "save"));
        assertTrue(refused.contains("name=\"despite\""), refused);
        assertEquals(
                303,
                change(lead, "content", softer, "from", "1", "do", "save", "despite", "A song")
                        .getStatus());
        assertTrue(html(one.show(lead, "en", "local")).contains("Saved although stored tests failed: A song"));
        assertTrue(html(tests.show(lead)).contains("Fails now"));
    }

    @Test
    void testsAreAddedAndTakenOut() {
        assertTrue(html(tests.show(lead)).contains("There is no test yet"));
        assertEquals(303, tests.add(lead, "good morning", "en", "", "").getStatus());
        assertEquals(422, tests.add(lead, "", "en", "", "").getStatus());
        assertEquals(
                422, tests.add(lead, "good morning", "en", "gossip", "high").getStatus());
        String page = html(tests.show(lead));
        assertTrue(page.contains("No alert") && page.contains("Passes"));
        Matcher id = Pattern.compile("/console/lexicons/tests/([0-9]+)").matcher(page);
        assertTrue(id.find());
        assertEquals(303, tests.end(lead, Long.parseLong(id.group(1))).getStatus());
        assertThrows(PageFault.class, () -> tests.end(lead, 1));
    }

    @Test
    void aCoordinatorReadsAndChangesNothing() {
        Visit coordinator = desk.visit(desk.add("Nomsa", StaffRole.COORDINATOR, Set.of()));
        String page = html(one.show(coordinator, "en", "suicide"));
        assertTrue(page.contains(" readonly") && !page.contains("value=\"save\"") && !page.contains("value=\"try\""));
        assertFalse(html(all.show(coordinator)).contains("new-name"));
        assertThrows(PageFault.class, () -> one.show(coordinator, "en", "nothing"));
    }

    @Test
    void aFileThatCannotBeUsedStandsOnTodayForThoseWhoMendIt() throws IOException {
        Path file = home.resolve("templates/lexicons/en/mine.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "nonsense");
        desk.dariro.lexicons.turn();
        desk.dariro.lexicons.turn();
        assertTrue(html(desk.today().show(lead)).contains("a file cannot be used as it is now"));
        assertTrue(html(all.show(lead)).contains("en/mine.txt:1: "));
        Visit coordinator = desk.visit(desk.add("Nomsa", StaffRole.COORDINATOR, Set.of()));
        assertFalse(html(desk.today().show(coordinator)).contains("cannot be used as it is now"));
        Files.delete(file);
        desk.dariro.lexicons.turn();
        desk.dariro.lexicons.turn();
        assertFalse(html(desk.today().show(lead)).contains("cannot be used as it is now"));
    }

    @Test
    void aMentorSaysThatAPostIsARisk() {
        long group = desk.group("HOPE");
        desk.member(group, "+263771000011", "Sunny");
        desk.dariro.camel.send(
                "direct:inlet-sms", new InboundSms("sim", "m1", "+263771000011", Desk.LINE, "the quarry calls me"));
        desk.dariro.runDue();
        Visit grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(group)));
        MissedPage page = new MissedPage(
                desk.dariro.database, desk.dariro.groups, desk.dariro.log, desk.dariro.reports, desk.reads());
        assertTrue(html(page.show(grace, group, "1")).contains("the quarry calls me"));
        assertThrows(PageFault.class, () -> page.show(grace, group, "2"));
        assertThrows(PageFault.class, () -> page.show(grace, group, "x"));
        assertEquals(422, page.raise(grace, group, "1", "suicide", "").getStatus());
        assertTrue(page.raise(grace, group, "1", "suicide", "critical")
                .getHeaderString("Location")
                .startsWith("/console/alerts/"));
        assertEquals(
                Category.SUICIDE.label(),
                desk.dariro
                        .database
                        .inTransaction(tx -> desk.dariro.alerts.list(
                                tx,
                                new AlertQuery(
                                        AlertQuery.Kind.NOW, Set.of(group), Optional.empty(), Optional.empty(), 0, 10)))
                        .get(0)
                        .category());
        assertTrue(html(tests.show(lead)).contains("From a risk that screening missed"));
    }
}
