package org.dariro.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.dariro.Dariro;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263771000002";
    private static final String LINE = "+263770000000";
    private final HandClock clock = new HandClock();
    private final List<String> got = new ArrayList<>();
    private Dariro dariro;

    @BeforeEach
    void open() {
        dariro = new Dariro(
                        Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
                        Vault.inMemory(),
                        clock,
                        Work.inline())
                .start();
        ((SimulatorGateway) dariro.accounts.get("sim").gateway())
                .listener(text -> got.add(text.to().e164() + " < " + text.text()));
        dariro.database.useTransaction(tx -> {
            long line = dariro.lines.add(tx, "sim", LINE, "*384#").id();
            dariro.groups.create(
                    tx,
                    new Group(
                            0,
                            "HOPE",
                            "HOPE",
                            line,
                            "en",
                            "ZW",
                            ReadingMode.AT_ONCE,
                            Duration.ofMinutes(5),
                            "",
                            false,
                            false));
        });
        for (String text :
                List.of(THANDI + " JOIN HOPE Thandi", THANDI + " yes", RUDO + " JOIN HOPE Rudo", RUDO + " yes")) {
            dariro.camel.send(
                    Inlet.SMS,
                    new InboundSms(
                            "sim", UUID.randomUUID().toString(), text.substring(0, 13), LINE, text.substring(14)));
        }
        dariro.runDue();
        got.clear();
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    @Test
    void aTextIsTakenOnceItsLastPartIsThereInAnyOrder() {
        part(7, 3, 3, "home.");
        part(7, 3, 1, "I came ");
        assertEquals(List.of(), posts());
        part(7, 3, 2, "safely ");
        assertEquals(List.of("I came safely home."), posts());
    }

    @Test
    void aPartThatComesAgainChangesNothing() {
        part(7, 2, 1, "Hello ");
        part(7, 2, 1, "Hello ");
        part(7, 2, 2, "all");
        part(7, 2, 2, "all");
        part(7, 2, 1, "Hello ");
        assertEquals(List.of("Hello all"), posts());
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        dariro.parts.takeDue();
        assertEquals(List.of("Hello all"), posts());
    }

    @Test
    void aReferenceThatIsUsedAgainBeginsAnotherText() {
        part(7, 2, 1, "One ");
        part(7, 2, 2, "two");
        assertEquals(List.of("One two"), posts());
        part(7, 2, 1, "Three ");
        part(7, 2, 2, "four");
        assertEquals(List.of("One two", "Three four"), posts());
    }

    @Test
    void textsOfTheSameReferenceFromTwoPhonesAreNotMixed() {
        part(7, 2, 1, "I am ");
        dariro.camel.send(Inlet.PART, new InboundPart("sim", RUDO, LINE, "7", 2, 2, "Rudo"));
        part(7, 2, 2, "Thandi");
        dariro.camel.send(Inlet.PART, new InboundPart("sim", RUDO, LINE, "7", 2, 1, "I am "));
        assertEquals(List.of("I am Thandi"), posts());
        assertEquals(1, got.stream().filter(text -> text.contains("I am Rudo")).count());
    }

    @Test
    void afterAWhileWhatCameIsTakenWithAMarkAndLoggedWithoutWords() {
        part(7, 4, 2, "middle");
        part(7, 4, 4, "end");
        clock.set(clock.instant().plus(Duration.ofSeconds(599)));
        dariro.parts.takeDue();
        assertEquals(List.of(), posts());
        clock.set(clock.instant().plus(Duration.ofSeconds(1)));
        List<String> lines = new ArrayList<>();
        Logger logger = Logger.getLogger(Parts.class.getName());
        Handler listener = listener(lines);
        logger.setLevel(Level.WARNING);
        logger.addHandler(listener);
        dariro.parts.takeDue();
        logger.removeHandler(listener);
        logger.setLevel(null);
        assertEquals(List.of("Of a text at account sim only 2 of 4 parts came; it is taken as it is"), lines);
        assertEquals(List.of("[...] middle [...] end"), posts());
    }

    @Test
    void whatIsMissingAtTheEndIsMarkedToo() {
        part(7, 3, 1, "Only the start");
        clock.set(clock.instant().plus(Duration.ofMinutes(11)));
        dariro.parts.takeDue();
        assertEquals(List.of("Only the start [...]"), posts());
    }

    @Test
    void anIncompleteTextIsScreenedLikeAnyOther() {
        part(7, 2, 1, "i want to kill myself tonight");
        clock.set(clock.instant().plus(Duration.ofMinutes(11)));
        dariro.parts.takeDue();
        assertEquals(List.of(), posts());
        assertTrue(got.stream().anyMatch(text -> text.startsWith(THANDI)), "the crisis card");
    }

    @Test
    void halvesOfACharacterInTwoPartsBecomeOne() {
        String heart = "\ud83c\udf89";
        part(7, 2, 1, "We did it " + heart.charAt(0));
        part(7, 2, 2, heart.charAt(1) + " all of us");
        assertEquals(List.of("We did it " + heart + " all of us"), posts());
    }

    @Test
    void aTextThatWasWholeWhenTheProcessDiedIsTakenByTheNextStart() {
        part(7, 2, 1, "Nothing ");
        sql("alter table texts rename to texts_away");
        assertThrows(RuntimeException.class, () -> part(7, 2, 2, "is lost"));
        sql("alter table texts_away rename to texts");
        dariro.parts.takeDue();
        dariro.parts.takeDue();
        part(7, 2, 2, "is lost");
        assertEquals(List.of("Nothing is lost"), posts());
    }

    @Test
    void aTextThatWasTakenButNotMarkedWhenTheProcessDiedIsNotTakenTwice() {
        part(7, 2, 1, "Once ");
        sql("alter table texts rename to texts_away");
        assertThrows(RuntimeException.class, () -> part(7, 2, 2, "only"));
        sql("alter table texts_away rename to texts");
        sql("create table unmarked as select * from text_parts");
        dariro.parts.takeDue();
        sql("delete from text_parts");
        sql("insert into text_parts select * from unmarked");
        dariro.parts.takeDue();
        assertEquals(List.of("Once only"), posts());
        assertEquals(0, sealed());
    }

    @Test
    void wordsAndNumbersOfPartsAreSealedAndGoneOnceTaken() {
        part(7, 2, 1, "canary-sang");
        assertEquals(1, sealed());
        part(7, 2, 2, " twice");
        assertEquals(0, sealed());
        clock.set(clock.instant().plus(Duration.ofHours(25)));
        dariro.parts.takeDue();
        assertEquals(0, rows());
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private void sql(String statement) {
        dariro.database.useTransaction(tx -> tx.update(statement));
    }

    private int sealed() {
        return count("select count(*) from text_parts where sealed is not null");
    }

    private int rows() {
        return count("select count(*) from text_parts");
    }

    private int count(String sql) {
        return dariro.database.inTransaction(
                tx -> tx.query(sql).mapTo(Integer.class).one());
    }

    private void part(int reference, int total, int number, String text) {
        dariro.camel.send(
                Inlet.PART, new InboundPart("sim", THANDI, LINE, Integer.toString(reference), total, number, text));
    }

    /** What Rudo reads of Thandi. */
    private List<String> posts() {
        dariro.runDue();
        String prefix = RUDO + " < Thandi: ";
        return got.stream()
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .toList();
    }
}
