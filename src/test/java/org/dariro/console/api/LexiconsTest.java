package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.api.LexiconViews.EditView;
import org.dariro.console.api.LexiconViews.TestView;
import org.dariro.console.api.LexiconsResource.Attempt;
import org.dariro.console.api.LexiconsResource.Back;
import org.dariro.console.api.LexiconsResource.NewContent;
import org.dariro.console.token.ApiToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The lexicons and their tests by the API, and verdicts that become tests. */
class LexiconsTest {
    private static final String THANDI = "+263771000001";
    private static final String FINDS = "category: suicide\nhigh: quarry is calling\n";
    private static final String TEXT = "the quarry is calling my name";
    private final Wired wired = new Wired();
    private final LexiconsResource lexicons = new LexiconsResource(wired.dariro.database, wired.dariro.editing);
    private final LexiconTestsResource tests =
            new LexiconTestsResource(wired.dariro.database, wired.dariro.editing, wired.dariro.storedTests);
    private final MissedResource missed = new MissedResource(
            wired.dariro.database, wired.dariro.log, wired.dariro.memberships, wired.dariro.reports, wired.clock);

    @BeforeEach
    void enrol() {
        wired.mentor("Grace");
        wired.enrolInPerson(THANDI, "Thandi");
        wired.got();
    }

    @AfterEach
    void close() {
        wired.close();
    }

    private EditView save(String content) {
        return lexicons.save(Wired.as("Chipo"), "en", "local", new NewContent(content, null, "why", null));
    }

    private static Problem refused(Executable call) {
        return assertThrows(Refused.class, call).problem();
    }

    private TestView only() {
        List<TestView> all = tests.list().items();
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void aFileIsReadSavedAndTakenBack() {
        assertTrue(lexicons.list().items().stream().anyMatch(file -> file.name().equals("suicide")));
        assertTrue(lexicons.list("sn").items().stream()
                .allMatch(file -> file.origin().equals("shipped")));
        assertEquals(404, refused(() -> lexicons.list("xx")).status());
        assertEquals(404, refused(() -> lexicons.show("en", "local")).status());
        assertEquals(404, refused(() -> lexicons.show("en", "../keys")).status());

        assertEquals(1, save(FINDS).version());
        assertEquals(FINDS, lexicons.show("en", "local").content());
        assertEquals("console", lexicons.show("en", "local").origin());
        assertEquals(2, save(FINDS + "low: quarry\n").version());
        assertEquals(
                3,
                lexicons.back(Wired.as("Chipo"), "en", "local", new Back(1, null, null))
                        .version());
        assertEquals(FINDS, lexicons.show("en", "local").content());
        assertEquals(3, lexicons.versions("en", "local").items().size());
        assertEquals(FINDS, lexicons.version("en", "local", 1).content());
        assertEquals("why", lexicons.version("en", "local", 1).note());
        lexicons.back(Wired.as("Chipo"), "en", "local", new Back(0, null, null));
        assertEquals(404, refused(() -> lexicons.show("en", "local")).status());
        assertEquals(
                409,
                refused(() -> lexicons.back(Wired.as("Chipo"), "en", "local", new Back(0, null, null)))
                        .status());
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        Problem problem = refused(() -> save("high quarry"));
        assertEquals(400, problem.status());
        assertEquals("content", problem.errors().get(0).field());
        assertTrue(problem.errors().get(0).detail().startsWith("en/local.txt:1: "));
        assertEquals(400, refused(() -> save(" ")).status());
        assertEquals(400, refused(() -> save("x".repeat(200_001))).status());
        assertEquals(
                409,
                refused(() -> lexicons.save(Wired.as("Chipo"), "en", "local", new NewContent(FINDS, 7, null, null)))
                        .status());
    }

    @Test
    void aTextIsTriedAndKeptNowhere() {
        LexiconsResource.Tried tried = lexicons.tryOut("en", new Attempt("i want to die now", "ZW", null, null));
        assertNotNull(tried.found());
        assertEquals("suicide", tried.found().category());
        assertTrue(tried.found().found().get(0).place().startsWith("en/suicide.txt:"));
        tried = lexicons.tryOut("en", new Attempt(TEXT, null, "local", FINDS));
        assertEquals("high", tried.found().severity());
        assertEquals("good", tried.edit().state());
        assertEquals(2, tried.edit().added().size());
        assertNull(lexicons.tryOut("en", new Attempt(TEXT, null, null, null))
                .found()
                .severity());
        assertEquals(
                "invalid",
                lexicons.tryOut("en", new Attempt(null, null, "local", "x"))
                        .edit()
                        .state());
        assertEquals(
                400,
                refused(() -> lexicons.tryOut("en", new Attempt(null, null, null, null)))
                        .status());
        assertEquals(
                400,
                refused(() -> lexicons.tryOut("en", new Attempt(null, null, "A b", "x")))
                        .status());
    }

    @Test
    void onlyAClinicalLeadSavesWhatMakesATestFail() {
        save(FINDS);
        tests.add(Wired.as("Chipo"), new LexiconTestsResource.NewTest("en", null, TEXT, "suicide", "high"));
        assertTrue(only().passes());
        Problem problem = refused(() -> save("category: suicide\nlow: quarry"));
        assertEquals(409, problem.status());
        assertTrue(problem.detail().contains(Long.toString(only().id())));
        Caller administrator = new Caller(new ApiToken("Ada", EnumSet.of(StaffRole.ADMINISTRATOR), Set.of()), false);
        NewContent despite = new NewContent("category: suicide\nlow: quarry", null, null, "It is a song");
        assertEquals(
                403,
                refused(() -> lexicons.save(administrator, "en", "local", despite))
                        .status());
        assertEquals(1, lexicons.save(Wired.as("Chipo"), "en", "local", despite).failing());
        assertFalse(only().passes());
        tests.end(Wired.as("Chipo"), only().id());
        assertEquals(List.of(), tests.list().items());
        assertEquals(404, refused(() -> tests.end(Wired.as("Chipo"), 99)).status());
    }

    @Test
    void anAlertThatWasNoneBecomesATest() {
        wired.text(THANDI, "i want to die");
        AlertView alert = wired.queue().get(0);
        wired.waiting()
                .forEach(hold -> wired.holds.release(
                        Wired.as("Grace"), hold.id(), new HoldsResource.Decision(null, "a line of a song")));
        close(alert, "Grace");
        if (alert.severity().equals("critical")) {
            assertEquals(List.of(), tests.list().items());
            close(alert, "Rudo");
        }
        assertEquals("not-a-risk", only().origin());
        assertEquals("i want to die", only().text());
        assertEquals("ZW", only().country());
        assertNull(only().category());
        assertFalse(only().passes());
        wired.alert.reopen(Wired.as("Rudo"), alert.id(), new AlertResource.Note("It was one"));
        assertEquals(List.of(), tests.list().items());
    }

    private void close(AlertView alert, String by) {
        wired.alert.close(
                Wired.as(by), alert.id(), new AlertResource.Closing(null, "not-a-risk", "a song", null, null));
    }

    @Test
    void aRiskThatScreeningMissedRaisesAnAlertNowAndBecomesATest() {
        wired.text(THANDI, TEXT);
        assertEquals(List.of(), wired.queue());
        AlertView alert =
                missed.missed(Wired.as("Grace"), wired.group, 1, new MissedResource.Seen("suicide", "critical"));
        assertEquals("missed", alert.source());
        assertEquals("critical", wired.queue().get(0).severity());
        assertEquals("suicide", wired.queue().get(0).category());
        assertEquals(List.of(), wired.got()); // no crisis card: the group has read the text
        assertEquals("missed", only().origin());
        assertFalse(only().passes());
        assertEquals(
                alert.id(),
                missed.missed(Wired.as("Grace"), wired.group, 1, new MissedResource.Seen("suicide", "high"))
                        .id());
        assertEquals("high", only().severity());
        save(FINDS);
        assertTrue(only().passes());
        assertEquals(
                404,
                refused(() -> missed.missed(
                                Wired.as("Grace"), wired.group, 9, new MissedResource.Seen("suicide", "high")))
                        .status());
        assertEquals(
                400,
                refused(() -> missed.missed(Wired.as("Grace"), wired.group, 1, new MissedResource.Seen(null, null)))
                        .status());
    }
}
