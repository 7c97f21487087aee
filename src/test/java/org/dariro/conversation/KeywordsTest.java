package org.dariro.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.dariro.conversation.Command.Address;
import org.dariro.conversation.Command.Join;
import org.dariro.conversation.Command.Language;
import org.dariro.conversation.Command.Mentor;
import org.dariro.conversation.Command.Mode;
import org.dariro.conversation.Command.ModeUnknown;
import org.dariro.conversation.Command.Name;
import org.dariro.conversation.Command.Pause;
import org.dariro.conversation.Command.PauseBad;
import org.dariro.conversation.Command.Post;
import org.dariro.conversation.Command.Stop;
import org.dariro.conversation.Command.StopAll;
import org.dariro.conversation.Command.StopConfirm;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Messages;
import org.dariro.platform.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
    static final Messages MESSAGES = Messages.load(Templates.shipped());
    static final Keywords KEYWORDS = Keywords.load(Templates.shipped(), MESSAGES);

    private static Command parse(String text) {
        return KEYWORDS.parse(text, "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOP!!!",
                "\"stop\"",
                "#stop",
                "stop \ud83d\udc4d",
                "ＳＴＯＰ",
                "st\u200bop",
                "Stòp",
                "ЅТОР",
                "stop stop STOP",
                "unsubscribe",
                "OPT-OUT",
                "opt out",
                "OptOut",
                "revoke",
                "LEAVE",
                "cancel",
                "End",
                "quit",
                "jiondoe",
                "ONDOKA",
                "toka",
                "buda",
                "Ndibuditsei",
                "phuma",
                "Ngikhipheni",
                "salir",
                "BAJA",
                "darme de baja"
            })
    void anOptOutWordAloneLeavesInEveryLanguage(String text) {
        for (String language : MESSAGES.languages()) {
            assertEquals(new Stop(), KEYWORDS.parse(text, language), language);
        }
        assertEquals(new Stop(), KEYWORDS.parse(text, "unheard-of"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP ALL",
                "stopall",
                "Stop. All!",
                "stop everything",
                "ondoka zote",
                "buda mose",
                "phuma konke",
                "Salir de todo"
            })
    void anOptOutWordForAllLeavesEverything(String text) {
        for (String language : MESSAGES.languages()) {
            assertEquals(new StopAll(), KEYWORDS.parse(text, language), language);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stop. Thank you",
                "stop please",
                "please stop",
                "STOP sending me texts",
                "stop sending me these messages please",
                "please stop texting me",
                "stop crying my dear",
                "leave this group now",
                "leave please",
                "cancel my subscription",
                "end these texts",
                "I want to leave",
                "how do i stop?",
                "remove me",
                "dont text me",
                "don't text me",
                "don\u2019t text me",
                "STOP ALL please",
                "stop all of it",
                "opt out of this group",
                "end this now",
                "naomba kutoka",
                "acha",
                "Quiero salir por favor",
                "salir del grupo",
                "stop ndapota",
                "phuma eqenjini",
                "ondoka kikundini tafadhali"
            })
    void aWishToLeaveThatIsNotClearIsAskedAboutAndKeepsItsWordsForScreening(String text) {
        String language =
                text.startsWith("naomba") || text.equals("acha") ? "sw" : text.startsWith("Quiero") ? "es" : "en";
        assertEquals(new StopConfirm(text), KEYWORDS.parse(text, language));
    }

    @ParameterizedTest
    @CsvSource({
        "en, YES, Consent",
        "en, yes please, Consent",
        "en, 1, Consent",
        "en, Yes!, Consent",
        "en, ok, Consent",
        "en, NO, Decline",
        "en, no thanks, Decline",
        "en, 'No, thank you', Decline",
        "en, 2, Decline",
        "en, start, Start",
        "en, UNSTOP, Start",
        "en, start please, Start",
        "en, HELP, Help",
        "en, help?, Help",
        "en, info, Help",
        "en, help please, Help",
        "en, resume, Resume",
        "en, WHO, Who",
        "en, who?, Who",
        "en, Who is here?, Who",
        "en, SEND ALL, SendAll",
        "en, 'Send to all, please', SendAll",
        "en, all, Post",
        "en, send all the children home, Post",
        "es, enviar a todos, SendAll",
        "sw, tuma kwa wote, SendAll",
        "sn, Tumirai kune vese, SendAll",
        "zu, thumela kubo bonke, SendAll",
        "sw, Ndiyo, Consent",
        "sw, hapana asante, Decline",
        "sw, anza, Start",
        "sw, MSAADA, Help",
        "sw, help, Help",
        "sw, rejesha, Resume",
        "sw, Nani yupo?, Who",
        "sn, Hongu, Consent",
        "sn, kwete ndatenda, Decline",
        "sn, tangai, Start",
        "sn, Rubatsiro, Help",
        "sn, tangazve, Resume",
        "sn, Ndiani aripo?, Who",
        "zu, Yebo, Consent",
        "zu, cha, Decline",
        "zu, qala, Start",
        "zu, usizo, Help",
        "zu, buyisa, Resume",
        "zu, amalungu, Who",
        "es, Sí, Consent",
        "es, SI, Consent",
        "es, 'no, gracias', Decline",
        "es, empezar, Start",
        "es, Ayuda, Help",
        "es, ayuda por favor, Help",
        "es, información, Help",
        "es, reanudar, Resume",
        "es, ¿Quién está?, Who",
        "en, ndiyo, Consent",
        "es, yebo, Consent"
    })
    void aKeywordAloneIsItsCommand(String language, String text, String command) {
        assertEquals(command, KEYWORDS.parse(text, language).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "en, pause, 7",
        "en, PAUSE!, 7",
        "en, pause please, 7",
        "en, pause 3, 3",
        "en, Pause: 3, 3",
        "en, pause 3 days, 3",
        "en, pause 3days, 3",
        "en, pause 3d, 3",
        "en, pause three days please, 3",
        "en, pause for two weeks, 14",
        "en, pause a week, 7",
        "en, pause week, 7",
        "en, mute 1, 1",
        "en, pause 30, 30",
        "sw, pumzisha siku tatu, 3",
        "sw, pumzisha wiki mbili, 14",
        "sw, pause 2, 2",
        "sn, mbomira mazuva matatu, 3",
        "zu, thulisa izinsuku ezintathu, 3",
        "es, pausa tres días por favor, 3",
        "es, pausa una semana, 7"
    })
    void aPauseHasALength(String language, String text, int days) {
        assertEquals(new Pause(days), KEYWORDS.parse(text, language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pause 0",
                "pause 31",
                "pause 5 weeks",
                "pause 99999999999999",
                "pause 3.5",
                "pause tomorrow",
                "pause 3xyz"
            })
    void aPauseOfNoUsableLengthIsAnswered(String text) {
        assertEquals(new PauseBad(), parse(text));
    }

    @Test
    void joiningHasACodeAndPerhapsANickname() {
        assertEquals(new Join("HOPE", Optional.empty()), parse("join hope"));
        assertEquals(new Join("HOPE", Optional.of("Sunny M")), parse("JOIN: Hope, Sunny M."));
        assertEquals(new Join("AB-12", Optional.empty()), parse("Join \"ab-12\""));
        assertEquals(new Join("", Optional.empty()), parse("JOIN"));
        assertEquals(new Join("HOPE", Optional.empty()), parse("jiunge hope"));
        assertEquals(new Join("HOPE", Optional.empty()), KEYWORDS.parse("unirme hope", "en"));
    }

    @Test
    void aNicknameHasOneToThreeWords() {
        assertEquals(new Name("Thandi"), parse("name Thandi"));
        assertEquals(new Name("Sunny M"), parse("NAME: \"Sunny M\"!"));
        assertEquals(new Name("Zoë O'Neil"), parse("nickname Zoë O'Neil"));
        assertEquals(new Name(""), parse("name?"));
        assertEquals(new Name("Jua"), KEYWORDS.parse("jina Jua", "sw"));
        assertEquals(new Name("Sol"), KEYWORDS.parse("apodo Sol", "es"));
    }

    @Test
    void wordsForTheMentorComeAsTyped() {
        assertEquals(new Mentor("can we talk?"), parse("MENTOR can we talk?"));
        assertEquals(new Mentor("can we talk"), parse("Mentor, can we talk"));
        assertEquals(new Mentor("'quoted' *word* é"), parse(" mentor: 'quoted' *word* é "));
        assertEquals(new Mentor(""), parse("mentor"));
        assertEquals(new Mentor(""), parse("Mentor..."));
        assertEquals(new Mentor("x ".repeat(300).strip()), parse("mentor " + "x ".repeat(300)));
        assertEquals(new Mentor("naomba ushauri"), KEYWORDS.parse("Mshauri naomba ushauri", "sw"));
        assertEquals(new Mentor("podemos hablar?"), KEYWORDS.parse("MENTORA podemos hablar?", "es"));
    }

    @Test
    void aLanguageIsAskedForByCodeOrName() {
        assertEquals(new Language("sw"), parse("lang sw"));
        assertEquals(new Language("kiswahili"), parse("language kiswahili!"));
        assertEquals(new Language(""), parse("LANG"));
        assertEquals(new Language("español"), parse("lang español"));
        assertEquals(Optional.of("es"), MESSAGES.language("ESPANOL"));
        assertEquals(new Language("shona"), KEYWORDS.parse("mutauro shona", "sn"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, read now, AT_ONCE", "en, mode at once, AT_ONCE", "en, Read later., BUNDLED", "en, read ussd, USSD_ONLY",
        "sw, soma sasa, AT_ONCE", "sw, soma baadaye, BUNDLED", "sn, verenga gare gare, BUNDLED",
                "zu, funda manje, AT_ONCE",
        "zu, read ussd, USSD_ONLY", "es, leer después, BUNDLED", "es, LEER AHORA, AT_ONCE"
    })
    void aReadingModeIsNamed(String language, String text, ReadingMode mode) {
        assertEquals(new Mode(mode), KEYWORDS.parse(text, language));
    }

    @Test
    void anUnknownReadingModeIsAnswered() {
        assertEquals(new ModeUnknown(), parse("read"));
        assertEquals(new ModeUnknown(), parse("mode"));
        assertEquals(new ModeUnknown(), parse("mode slowly"));
    }

    @Test
    void anAtSignAddressesAGroup() {
        assertEquals(new Address("HOPE", "hello all"), parse("@HOPE hello all"));
        assertEquals(new Address("HOPE", "hello"), parse(" @hope: hello "));
        assertEquals(new Address("HOPE", ""), parse("@hope"));
        assertEquals(new Address("HOPE", "STOP"), parse("@hope STOP"));
        assertEquals(new Address("HOPE", "one\ntwo"), parse("@hope\none\ntwo"));
        assertEquals(new Post("@ hope hello"), parse("@ hope hello"));
        assertEquals(new Post("@"), parse("@"));
    }

    @Test
    void wordsOfAnotherLanguageThanTheMembersOwnArePosts() {
        assertEquals(new Post("msaada"), parse("msaada"));
        assertEquals(new Post("ayuda"), KEYWORDS.parse("ayuda", "sw"));
        assertEquals(new Post("acha"), KEYWORDS.parse("acha", "zu"));
        assertEquals(new Post("Mira"), KEYWORDS.parse("Mira", "es"));
    }

    @Test
    void aKeywordBehindAWallOfWordsIsNotReached() {
        String text = "stop " + "me ".repeat(3000);
        assertEquals(new Post(text), parse(text));
        assertTrue(parse("s".repeat(10_000)) instanceof Post);
    }
}
