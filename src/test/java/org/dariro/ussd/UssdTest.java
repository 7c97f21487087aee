package org.dariro.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.group.ReadingMode;
import org.dariro.group.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UssdTest {
    private static final String WRITTEN = "CON Thank you. Your words go to HOPE.\n0 Back";
    private Phones phones = new Phones("ussd-" + System.identityHashCode(this));

    @AfterEach
    void close() {
        phones.close();
    }

    @Test
    void aMemberReadsAndIsNotSentTheSame() {
        phones.text(Phones.THANDI, "Hello all");
        assertTrue(phones.dial(Phones.RUDO).startsWith("CON HOPE\n1 Read: 1 new\n2 Write"));
        assertEquals("CON Thandi: Hello all\n0 Back", phones.dial(Phones.RUDO, "1"));
        assertEquals(1, phones.cursor(Phones.RUDO));
        phones.pass(Duration.ofHours(2));
        assertEquals(List.of(), phones.received);
    }

    @Test
    void anotherReaderIsSentIt() {
        phones.member("HOPE", "+263771000003", "Chipo");
        phones.text(Phones.THANDI, "Hello all");
        phones.dial(Phones.RUDO, "1");
        phones.pass(Duration.ofHours(2));
        assertEquals(List.of("+263771000003 < Thandi: Hello all"), phones.received);
    }

    @Test
    void aDroppedPageIsShownAgainOnARedialAndThenTheNext() {
        phones.text(Phones.THANDI, "a ".repeat(60));
        phones.text(Phones.THANDI, "b ".repeat(60));
        String first = phones.dial(Phones.RUDO, "1");
        assertTrue(first.startsWith("CON Thandi: a a a"), first);
        phones.pass(Duration.ofMinutes(3));
        Phones.Dialled redial = phones.session(Phones.RUDO);
        assertEquals(first, redial.shown());
        assertTrue(redial.type("1").startsWith("CON Thandi: b b b"), redial.shown());
        assertEquals(2, phones.cursor(Phones.RUDO));
    }

    @Test
    void muchLaterARedialBeginsAtTheMenu() {
        phones.text(Phones.THANDI, "Hello all");
        phones.dial(Phones.RUDO, "1");
        phones.pass(Duration.ofMinutes(4));
        assertTrue(phones.dial(Phones.RUDO).startsWith("CON HOPE\n1 Read: 0 new"));
    }

    @Test
    void aHalfReadPostIsNotReadAndGoesOnBySms() {
        phones.text(Phones.THANDI, "word ".repeat(60));
        phones.dial(Phones.RUDO, "1");
        assertEquals(0, phones.cursor(Phones.RUDO));
        phones.pass(Duration.ofHours(1));
        assertEquals(1, phones.received.size());
    }

    @Test
    void wordsGoToTheGroupOnceHoweverOftenTheHopComes() {
        Phones.Dialled session = phones.session(Phones.RUDO);
        session.type("2");
        assertEquals(WRITTEN, session.type("5 * 3 is fun"));
        assertEquals(WRITTEN, session.repeat());
        String text = session.text();
        assertEquals(WRITTEN, session.send("2"));
        assertEquals(WRITTEN, session.send(text));
        session.send("");
        session.send("2");
        session.send(text);
        assertEquals(1, phones.words());
        phones.pass(Duration.ofHours(1));
        assertEquals(List.of(Phones.THANDI + " < Rudo: 5 * 3 is fun"), phones.received);
    }

    @Test
    void aTextThatFollowsFromNothingIsNotActedOn() {
        phones.session(Phones.RUDO);
        assertTrue(phones.send("other", Phones.RUDO, "2*hello").prefixed().startsWith("CON HOPE\n"));
        assertEquals(0, phones.words());
    }

    @Test
    void contactDetailsAreHidden() {
        assertTrue(phones.dial(Phones.RUDO, "2", "call me 0771234567").contains("hid the contact details"));
    }

    @Test
    void dangerIsHeldAndAnsweredWithContactsOnTheScreenAndBySms() {
        String shown = phones.dial(Phones.RUDO, "2", "i want to kill myself tonight");
        assertTrue(shown.startsWith("CON Thank you for telling us. A mentor has been told.\n"), shown);
        phones.pass(Duration.ofHours(1));
        assertEquals(1, phones.received.size());
        assertTrue(phones.received.get(0).startsWith(Phones.RUDO + " < Thank you for telling us."));
        assertEquals(1, phones.count("alerts"));
    }

    @Test
    void dangerIsHeardOnAnyScreen() {
        List<Screen> screens = List.of(
                new Menu(),
                new Reading(Optional.empty()),
                new Writing(),
                new WritingToMentor(),
                new Pausing(),
                new Resuming(),
                new ChoosingLanguage(),
                new ChoosingMode(),
                new ChoosingGroup(List.of(1L)),
                new Naming(),
                new Answering(),
                new Notice());
        assertEquals(
                Set.of(Screen.class.getPermittedSubclasses()),
                screens.stream().map(Object::getClass).collect(Collectors.toSet()));
        phones.member("HOPE", "+263771000004", Standing.NAMING, "");
        long alerts = 0;
        for (Screen screen : screens) {
            boolean named = !(screen instanceof Naming);
            Phones.Dialled session = phones.session(named ? Phones.RUDO : "+263771000004");
            phones.turnTo(screen);
            String shown = session.type("i want to kill myself tonight");
            assertTrue(shown.startsWith("CON Thank you for telling us."), screen + " showed " + shown);
            assertEquals(++alerts, phones.count("alerts"), screen.toString());
        }
        assertEquals(2, phones.words(), "what was entered to be read by somebody, and nothing else");
        assertEquals(2, phones.received.size(), "one card for each, and no post");
    }

    @Test
    void anInsultAsANicknameIsNoCrisis() {
        phones.member("HOPE", "+263771000004", Standing.NAMING, "");
        String shown = phones.dial("+263771000004", "Fat pig");
        assertTrue(shown.startsWith("CON That nickname will not work."), shown);
        assertEquals(1, phones.count("alerts"));
    }

    @Test
    void wordsToTheMentorDoNotReachTheGroup() {
        assertEquals(
                "CON Thank you. Only the mentor gets your words.\n0 Back",
                phones.dial(Phones.RUDO, "3", "can we talk"));
        assertEquals(
                "CON Thank you. Only the mentor gets your words.\n0 Back",
                phones.dial(Phones.RUDO, "2", "MENTOR i am worried"));
        phones.pass(Duration.ofHours(1));
        assertEquals(List.of(), phones.received);
        assertEquals(2, phones.count("private_words"));
    }

    @Test
    void stopAmongWordsIsNeverShared() {
        String shown = phones.dial(Phones.RUDO, "2", "Stop");
        assertEquals("END You have left. To come back, send START by SMS.", shown);
        assertEquals("END You have left. To come back, send START by SMS.", phones.dial(Phones.RUDO));
        assertEquals(Standing.STOPPED, phones.place(Phones.RUDO).standing());
        assertEquals(0, phones.words());
    }

    @Test
    void stopAtTheMenuIsAskedAboutAndThenLeaves() {
        Phones.Dialled session = phones.session(Phones.RUDO);
        assertTrue(session.type("stop").startsWith("CON Do you want to leave HOPE?"));
        assertEquals(Standing.ACTIVE, phones.place(Phones.RUDO).standing());
        session.type("STOP");
        assertEquals(Standing.STOPPED, phones.place(Phones.RUDO).standing());
    }

    @Test
    void aPauseIsTakenAndEnded() {
        assertEquals("CON HOPE is now quiet for you. Days: 3.\n0 Back", phones.dial(Phones.RUDO, "4", "99", "3"));
        assertEquals("CON HOPE is quiet for you.\n1 Go on now\n0 Back", phones.dial(Phones.RUDO, "4"));
        assertEquals("CON You will get the texts of HOPE again.\n0 Back", phones.dial(Phones.RUDO, "4", "1"));
    }

    @Test
    void theLanguageChangesAtOnce() {
        assertEquals("CON Sasa tutakuandikia kwa Kiswahili.\n0 Rudi", phones.dial(Phones.RUDO, "5", "2"));
        assertTrue(phones.dial(Phones.RUDO).startsWith("CON HOPE\n1 Soma"));
    }

    @Test
    void contactsAreShown() {
        assertTrue(phones.dial(Phones.RUDO, "6").startsWith("CON If you are in danger now:\n"));
    }

    @Test
    void whoeverIsInSeveralGroupsChooses() {
        phones.group("RIVER", ReadingMode.BUNDLED);
        phones.pass(Duration.ofMinutes(1));
        phones.member("RIVER", Phones.RUDO, "Ru");
        Phones.Dialled session = phones.session(Phones.RUDO);
        assertTrue(session.shown().startsWith("CON RIVER\n"), session.shown());
        assertTrue(session.shown().endsWith("\n7 Other group"), session.shown());
        assertEquals("CON Which group?\n1 HOPE\n2 RIVER\n0 Exit", session.type("7"));
        phones.pass(Duration.ofMinutes(1));
        assertTrue(session.type("1").startsWith("CON HOPE\n"), session.shown());
        assertTrue(phones.dial(Phones.RUDO).startsWith("CON HOPE\n"), "the next session is there too");
    }

    @Test
    void whoHasNoNicknameChoosesOne() {
        phones.member("HOPE", "+263771000004", Standing.NAMING, "");
        Phones.Dialled session = phones.session("+263771000004");
        assertTrue(session.shown().startsWith("CON Please enter a nickname"), session.shown());
        assertTrue(session.type("thandi").startsWith("CON Someone in HOPE is already called thandi"), session.shown());
        assertTrue(session.type("0771234567").startsWith("CON To keep you safe, a nickname"), session.shown());
        assertTrue(session.type("Sunny").startsWith("CON HOPE\n1 Read: 0 new"), session.shown());
        assertEquals("Sunny", phones.place("+263771000004").name());
    }

    @Test
    void outsidersAreToldKindly() {
        assertTrue(phones.dial("+263771000009").startsWith("END This number is for members"));
        assertTrue(phones.dial("22334").startsWith("END This number is for members"));
        phones.member("HOPE", "+263771000005", Standing.INVITED, "Chipo");
        assertTrue(phones.dial("+263771000005").startsWith("END We invited you to HOPE"));
        assertEquals(0, phones.count("ussd_sessions"));
    }

    @Test
    void aWrongChoiceIsAskedAgain() {
        String shown = phones.dial(Phones.RUDO, "9");
        assertTrue(shown.startsWith("CON Please choose a number.\nHOPE\n1 Read"), shown);
        assertEquals(shown, phones.dial(Phones.RUDO, "9", "88"));
    }

    @Test
    void exitEndsTheSession() {
        assertEquals("END Goodbye. Take care.", phones.dial(Phones.RUDO, "0"));
    }

    @Test
    void anIdThatAnotherPersonHadIsAnotherSession() {
        phones.send("same", Phones.RUDO, "");
        phones.send("same", Phones.RUDO, "2");
        assertTrue(phones.send("same", Phones.THANDI, "2").text().startsWith("HOPE\n"));
        assertEquals(2, phones.count("ussd_sessions"));
    }

    @Test
    void expiredSessionsAreDeleted() {
        phones.dial(Phones.RUDO, "2", "hello");
        phones.pass(Duration.ofMinutes(11));
        phones.dial(Phones.THANDI);
        assertEquals(1, phones.count("ussd_sessions"));
        assertFalse(phones.dial(Phones.RUDO).isEmpty());
    }
}
