package org.dariro.safeguarding.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.Dariro;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.Ruling;
import org.dariro.safeguarding.lexicon.Edit.State;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lexicons change while the service runs: by files of the programme's own, and by what people save. */
class LexiconsChangeTest {
    private static final FileName LOCAL = new FileName("en", "local");
    private static final String TEXT = "the quarry is calling my name";
    private static final String FINDS = "category: suicide\nhigh: quarry is calling\n";
    private static final AtomicInteger TIMES = new AtomicInteger();

    @TempDir
    private Path home;

    private final HandClock clock = new HandClock();
    private final Vault vault = Vault.inMemory();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private Dariro dariro;

    @BeforeEach
    void begin() {
        dariro = start(); // only here is the directory known
    }

    private Dariro start() {
        return new Dariro(
                        Settings.of(Map.of(
                                "DARIRO_DB_URL", url, "DARIRO_SECOND_OPINION", "off", "DARIRO_HOME", home.toString())),
                        vault,
                        clock,
                        Work.inline())
                .start();
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    private Optional<Severity> finds(String text) {
        return rule(text).assessment().severity();
    }

    private Ruling rule(String text) {
        return dariro.screener.rule(text, "en", "ZW", true);
    }

    private void file(String name, String content) throws IOException {
        Path file = home.resolve("templates/lexicons/" + name + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(TIMES.incrementAndGet())));
        look();
    }

    /** Twice: a file is taken when it has rested from one look to the next. */
    private void look() {
        dariro.lexicons.turn();
        dariro.lexicons.turn();
    }

    private Edit save(FileName file, String content) {
        return dariro.editing.save(file, Optional.of(content), Optional.empty(), "why", Optional.empty(), "Chipo");
    }

    private void test(String text, Optional<Risk> expected) {
        dariro.database.useTransaction(tx -> dariro.storedTests.write(tx, "en", "ZW", text, expected, "Chipo"));
    }

    private Map<FileName, String> faults() {
        return dariro.database.inTransaction(dariro.editing::faults);
    }

    private List<String> trail(String action) {
        return dariro.database.inTransaction(tx -> dariro.audit.list(tx, Optional.empty(), 0, 1000)).stream()
                .filter(row -> row.action().equals(action))
                .map(row -> row.actor() + ": " + row.details())
                .toList();
    }

    @Test
    void whatIsSavedCountsAtOnceAndStandsInTheTrail() {
        String before = dariro.editing.inUse();
        assertEquals(Optional.empty(), finds(TEXT));
        Edit edit = save(LOCAL, FINDS);
        assertTrue(edit.good());
        assertEquals(List.of("category: suicide", "high: quarry is calling"), edit.added());
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        assertFalse(before.equals(dariro.editing.inUse()));
        assertEquals(dariro.editing.inUse(), rule("good morning").assessment().version());
        assertEquals(List.of("Chipo: en/local 1, 0 tests tried, 0 that passed fail"), trail("lexicon-saved"));
        assertEquals(List.of("service: " + dariro.editing.inUse() + ": en/local 1"), trail("lexicons-in-use"));
    }

    @Test
    void aTextThatIsBeingScreenedEndsWithTheLexiconsItBeganWith() {
        var begun = dariro.lexicons.current();
        save(LOCAL, FINDS);
        assertTrue(begun.assess(TEXT, "en").severity().isEmpty());
        assertFalse(begun.version().equals(dariro.lexicons.current().version()));
    }

    @Test
    void whatWasSavedOutlivesARestart() {
        save(LOCAL, FINDS);
        String version = dariro.editing.inUse();
        dariro.close();
        dariro = start();
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        assertEquals(version, dariro.editing.inUse());
    }

    @Test
    void anotherNodeTakesUpWhatWasSavedHere() {
        try (Dariro other = start()) {
            save(LOCAL, FINDS);
            assertEquals(
                    Optional.empty(),
                    other.screener.rule(TEXT, "en", "ZW", true).assessment().severity());
            other.lexicons.turn();
            assertEquals(
                    Optional.of(Severity.HIGH),
                    other.screener.rule(TEXT, "en", "ZW", true).assessment().severity());
        }
    }

    @Test
    void aLineThatIsWrongIsRefusedWithItsPlace() {
        Edit edit = save(LOCAL, "category: suicide\nhigh quarry\n");
        assertEquals(State.INVALID, edit.state());
        assertTrue(edit.fault().startsWith("en/local.txt:2: there is no colon"), edit.fault());
        assertEquals(List.of(), trail("lexicon-saved"));
        assertEquals(
                State.INVALID,
                save(LOCAL, "category: suicide\nhigh: {nothing} here\n").state());
    }

    @Test
    void whatWasSavedCanBeTakenBack() {
        save(LOCAL, FINDS);
        Edit edit = dariro.editing.save(LOCAL, Optional.empty(), Optional.of(1), "", Optional.empty(), "Chipo");
        assertTrue(edit.good());
        assertEquals(Optional.empty(), finds(TEXT));
        assertEquals(
                2,
                dariro.database
                        .inTransaction(tx -> dariro.editing.versions(tx, LOCAL))
                        .size());
        assertEquals(
                State.NOTHING,
                dariro.editing
                        .save(LOCAL, Optional.empty(), Optional.empty(), "", Optional.empty(), "Chipo")
                        .state());
    }

    @Test
    void whoEditsAnOlderVersionIsTold() {
        save(LOCAL, FINDS);
        assertEquals(
                State.OVERTAKEN,
                dariro.editing
                        .save(LOCAL, Optional.of(FINDS), Optional.of(0), "", Optional.empty(), "Rudo")
                        .state());
    }

    @Test
    void aFileOfTheProgrammesOwnCountsWithoutARestart() throws IOException {
        file("en/local", FINDS);
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        file("en/local", FINDS.replace("high", "critical"));
        assertEquals(Optional.of(Severity.CRITICAL), finds(TEXT));
        assertEquals(2, trail("lexicon-file-taken").size());
        Files.delete(home.resolve("templates/lexicons/en/local.txt"));
        look();
        assertEquals(Optional.empty(), finds(TEXT));
        assertEquals(1, trail("lexicon-file-removed").size());
    }

    @Test
    void aFileThatIsBeingWrittenIsNotReadYet() throws IOException {
        Path file = home.resolve("templates/lexicons/en/suicide.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        dariro.lexicons.turn();
        assertEquals(Optional.of(Severity.CRITICAL), finds("i am going to kill myself tonight"));
        Files.writeString(file, "category: suicide\nhigh: going to kill myself");
        dariro.lexicons.turn();
        assertEquals(Optional.of(Severity.CRITICAL), finds("i am going to kill myself tonight"));
        dariro.lexicons.turn();
        assertEquals(Optional.of(Severity.HIGH), finds("i am going to kill myself tonight"));
    }

    @Test
    void aBrokenFileIsReportedAndChangesNothing() throws IOException {
        file("en/local", FINDS);
        file("en/local", "category: suicide\nquarry");
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        assertTrue(String.valueOf(faults().get(LOCAL)).startsWith("en/local.txt:2: "));
        assertEquals(1, dariro.lexicons.notUsed().size());
        dariro.close();
        dariro = start();
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        assertEquals(1, faults().size());
        file("en/local", FINDS.replace("high", "medium"));
        assertEquals(Optional.of(Severity.MEDIUM), finds(TEXT));
        assertEquals(Map.of(), faults());
    }

    @Test
    void ofSeveralFilesTheGoodOnesAreTaken() throws IOException {
        Path folder = Files.createDirectories(home.resolve("templates/lexicons/en"));
        Files.writeString(folder.resolve("bad.txt"), "nonsense");
        file("en/local", FINDS);
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        assertEquals(java.util.Set.of(new FileName("en", "bad")), faults().keySet());
        Files.delete(folder.resolve("bad.txt"));
        look();
        assertEquals(Map.of(), faults());
    }

    @Test
    void whatIsSavedInTheConsoleLiesAboveAFile() throws IOException {
        file("en/local", FINDS);
        save(LOCAL, FINDS.replace("high", "critical"));
        assertEquals(Optional.of(Severity.CRITICAL), finds(TEXT));
        file("en/local", FINDS.replace("high", "medium"));
        assertEquals(Optional.of(Severity.CRITICAL), finds(TEXT));
        dariro.editing.save(LOCAL, Optional.empty(), Optional.empty(), "", Optional.empty(), "Chipo");
        assertEquals(Optional.of(Severity.MEDIUM), finds(TEXT));
    }

    @Test
    void aFileOfTheSameNameReplacesTheShippedOne() throws IOException {
        assertEquals(Optional.of(Severity.CRITICAL), finds("i am going to kill myself tonight"));
        file("en/suicide", "category: suicide\nlow: going to kill myself");
        assertEquals(Optional.of(Severity.LOW), finds("i am going to kill myself tonight"));
    }

    @Test
    void anEditThatMakesAStoredTestFailIsRefusedUnlessSomebodyGivesAReason() {
        save(LOCAL, FINDS);
        test(TEXT, Optional.of(new Risk(Category.SUICIDE, Severity.HIGH)));
        Edit edit = save(LOCAL, FINDS.replace("high", "medium"));
        assertEquals(State.BREAKS_TESTS, edit.state());
        assertEquals(
                List.of("missed"),
                edit.trial().changed().stream().map(Trial.Outcome::change).toList());
        assertEquals(Optional.of(Severity.HIGH), finds(TEXT));
        Edit despite = dariro.editing.save(
                LOCAL,
                Optional.of(FINDS.replace("high", "medium")),
                Optional.of(1),
                "",
                Optional.of("It is a song"),
                "Chipo");
        assertTrue(despite.good());
        assertEquals(Optional.of(Severity.MEDIUM), finds(TEXT));
        assertEquals(
                Optional.of("It is a song"),
                dariro.database
                        .inTransaction(tx -> dariro.editing.versions(tx, LOCAL))
                        .get(0)
                        .despite());
    }

    @Test
    void aFileThatMakesAStoredTestFailIsNotTaken() throws IOException {
        test("what a lovely quarry", Optional.empty());
        file("en/local", "category: suicide\nhigh: lovely quarry");
        assertEquals(Optional.empty(), finds("what a lovely quarry"));
        assertTrue(String.valueOf(faults().get(LOCAL)).startsWith("With it, 1 tests tried, 1 that passed fail: "));
        file("en/local", FINDS);
        assertEquals(Map.of(), faults());
    }

    @Test
    void aTrialTellsWhatChanges() {
        test("what a lovely quarry", Optional.empty());
        test(TEXT, Optional.of(new Risk(Category.SUICIDE, Severity.MEDIUM)));
        Edit good = dariro.editing.tryOut(LOCAL, Optional.of(FINDS));
        assertEquals(
                List.of("found"),
                good.trial().changed().stream().map(Trial.Outcome::change).toList());
        Edit bad = dariro.editing.tryOut(LOCAL, Optional.of("category: suicide\nhigh: lovely quarry"));
        assertEquals(
                List.of("alarming"),
                bad.trial().changed().stream().map(Trial.Outcome::change).toList());
        assertEquals(State.BREAKS_TESTS, bad.state());
        assertEquals(1, dariro.editing.now().failing());
    }
}
