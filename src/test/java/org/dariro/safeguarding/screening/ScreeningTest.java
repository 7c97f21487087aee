package org.dariro.safeguarding.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The English lexicon that comes with the service, and the ways in which its words are written on a phone. */
class ScreeningTest {
    static final Screening SCREENING = new Screening(Lexicons.fromClasspath(ScreeningTest.class.getClassLoader()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i dont want to live anymore | CRITICAL | SUICIDE",
                "Going to kill myself, sorry all | CRITICAL | SUICIDE",
                "cant do this anymore, tonight I will end it | CRITICAL | SUICIDE",
                "tonight i just want to die | CRITICAL | SUICIDE",
                "the tablets are here in my hand and i want it to end | CRITICAL | SUICIDE",
                "I took all my pills | CRITICAL | OVERDOSE",
                "i want to die | HIGH | SUICIDE",
                "cant do this anymore | HIGH | HOPELESSNESS",
                "he beats me every night | HIGH | ABUSE",
                "i cut myself again | HIGH | SELF_HARM",
                "my uncle touches me at night | HIGH | ABUSE",
                "I stopped taking my tablets | MEDIUM | MEDICATION",
                "i am a burden to everyone | MEDIUM | HOPELESSNESS",
                "you are so stupid | MEDIUM | BULLYING",
                "i will stab him when he comes | CRITICAL | VIOLENCE",
                "my real name is Rutendo | LOW | PERSONAL_DATA"
            })
    void plainTextsAreFound(String text, Severity severity, Category category) {
        Assessment assessment = assess(text);
        assertEquals(Optional.of(severity), assessment.severity());
        assertEquals(Optional.of(category), assessment.category());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I WANT TO DIE",
                "i wänt tö dïe",
                "i w4nt to d1e",
                "i want to d!e",
                "i want to d.i.e",
                "i want to d i e",
                "i w-a-n-t to die",
                "i waaant to dieeee",
                "i want to diee",
                "i wаnt tо diе", // Cyrillic letters
                "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
                "i 𝐰𝐚𝐧𝐭 to 𝐝𝐢𝐞",
                "i wa\u200bnt to d\u0301ie",
                "i wanna dye",
                "i wnt 2 die",
                "iwanttodie",
                "i just really want to, like: no. I WANT. TO. DIE!!!",
                "want\nto\ndie",
                "😀want😀to😀die😀"
            })
    void hiddenAndShortenedSpellingsAreRead(String text) {
        assertEquals(Optional.of(Severity.HIGH), assess(text).severity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i am sucidall",
                "i am sui cidal",
                "i am sui.ci.dal",
                "im $uic1dal",
                "i will ki11 my self",
                "i will k*ll myslef",
                "i am s*icidal",
                "i will kill mysefl",
                "i k-i-l-l myself",
                "i k i l l myself",
                "im gng to kll mslf",
                "he 4ced me 2 it, skipd my meds"
            })
    void slipsSignsAndCutWordsAreReadInLongerWords(String text) {
        assertTrue(assess(text).severity().isPresent(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "good morning all, how did everyone sleep?",
                "dying to see you all on sunday",
                "I nearly wanted to die laughing",
                "i dont want to die, i want to see my children grow",
                "the suicide prevention talk is at 10",
                "cut myself shaving lol",
                "it beats me how they do it",
                "we walked 10 kms",
                "never stop taking your tablets",
                "ok he hit me back on whatsapp",
                "my therapist is kind",
                "grapes are cheap now",
                "dont overdose on coffee",
                "We are rapping at church"
            })
    void idiomsNegationsAndOrdinaryTextsAreNot(String text) {
        assertEquals(Assessment.nothing(), assess(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i keep thinking of suicide and nobody knows",
                "thoughts of suicide at night",
                "i want to end it with pills",
                "goodbye everyone take care of my kids",
                "bye all, please look after my children"
            })
    void aRiskThatReachesBeyondAnExceptionIsFound(String text) {
        assertTrue(
                assess(text)
                        .severity()
                        .filter(s -> s.compareTo(Severity.HIGH) <= 0)
                        .isPresent(),
                text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i want to end it with him", "goodbye everyone take care", "a talk about suicide prevention"})
    void aRiskWithinAnExceptionIsNot(String text) {
        assertEquals(Assessment.nothing(), assess(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i want to | die | HIGH",
                "i am going to kill | my self tonight | CRITICAL",
                "i feel sui | cidal | HIGH"
            })
    void aPhraseOverTwoTextsIsFound(String before, String text, Severity severity) {
        List<Match> across = SCREENING.across(before, text, "en", "");
        assertEquals(
                Optional.of(severity),
                across.stream().map(Match::severity).min(Severity::compareTo),
                across.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"i am tired, ndoda kufa | ZW", "sorry guys nataka kufa | KE", "sorry guys, ngifuna ukufa | ZA"})
    void theLanguagesOfTheGroupsCountryAreReadToo(String text, String country) {
        Screening screening = new Screening(
                Lexicons.fromClasspath(getClass().getClassLoader()), SpokenLanguages.load(Templates.shipped()));
        assertEquals(
                Optional.of(Severity.HIGH),
                screening.assess(text, "en", country).severity());
        assertEquals(Assessment.nothing(), screening.assess(text, "en", ""));
    }

    @Test
    void anOrdinaryWordIsNoSlipOfAnother() {
        assertEquals(
                Optional.empty(),
                assess("we must invest in it, the baby is growing well").severity());
        assertEquals(
                Optional.empty(),
                SCREENING
                        .assess("kesho nitakuwa nyumbani, huwa najiuliza", "sw")
                        .severity());
    }

    @Test
    void everyLanguageOfACountryHasALexicon() {
        SpokenLanguages spoken = SpokenLanguages.load(Templates.shipped());
        Set<String> known = Lexicons.fromClasspath(getClass().getClassLoader()).keySet();
        spoken.byCountry().values().forEach(languages -> assertTrue(known.containsAll(languages), languages::toString));
    }

    @Test
    void aPhraseWithinOneOfTwoTextsDoesNotGoOverBoth() {
        assertEquals(List.of(), SCREENING.across("i want to die", "good night all", "en", ""));
        assertEquals(List.of(), SCREENING.across("good night all", "i want to die", "en", ""));
    }

    @Test
    void aMatchPointsIntoTheTextAsItWasWritten() {
        String text = "Ŵell... 😀 i w\u0301aaant 2 d!e, ok";
        Match match = assess(text).matches().get(0);
        assertEquals("w\u0301aaant 2 d!e", text.substring(match.start(), match.end()));
        assertEquals("want to die", match.term());
    }

    @Test
    void anExceptionCancelsOnlyWhatItOverlaps() {
        assertEquals(
                1, assess("i want to die laughing. no, i want to die").matches().size());
    }

    @Test
    void theLongerPhraseDecides() {
        assertEquals(
                Optional.of(Severity.MEDIUM),
                assess("she committed suicide in may").severity());
        assertEquals(
                Optional.of(Severity.CRITICAL), assess("i want to die tonight").severity());
        assertEquals(1, assess("i want to die tonight").matches().size());
    }

    @Test
    void aCriticalPhraseStaysSoInsideALongerOne() {
        Screening screening = new Screening(Map.of(
                "en",
                new LexiconParser("en")
                        .read(
                                "en/a.txt",
                                "category: suicide\ncritical: goodbye everyone\nhigh: want to die\n"
                                        + "medium: goodbye everyone i love | wanted to want to die\nexcept: goodbye everyone at work")
                        .lexicon()));

        assertEquals(
                Optional.of(Severity.CRITICAL),
                screening.assess("goodbye everyone i love", "en").severity());
        assertEquals(
                Optional.of(Severity.MEDIUM),
                screening.assess("i wanted to want to die", "en").severity());
        assertEquals(
                Optional.empty(),
                screening.assess("goodbye everyone at work", "en").severity());
    }

    @Test
    void theGravestMatchGivesTheSeverity() {
        Assessment assessment = assess("i stopped my arvs and i want to die");
        assertEquals(2, assessment.matches().size());
        assertEquals(Optional.of(Severity.HIGH), assessment.severity());
        assertEquals(Optional.of(Category.SUICIDE), assessment.category());
    }

    @Test
    void ofEquallyGraveMatchesWhatMayKillDecides() {
        assertEquals(
                Optional.of(Category.SUICIDE),
                assess("he beats me every night, i want to die").category());
    }

    @Test
    void theWritersLanguageIsSearchedAndEnglishToo() {
        Map<String, Lexicon> lexicons =
                new HashMap<>(Lexicons.fromClasspath(getClass().getClassLoader()));
        lexicons.put(
                "xx",
                new LexiconParser("xx")
                        .read("xx/a.txt", "category: suicide\nhigh: ñandu pori")
                        .lexicon());
        Screening screening = new Screening(lexicons);
        assertEquals(1, screening.assess("NANDU pori", "xx").matches().size());
        assertEquals(1, screening.assess("ñandu pori", "xx-YY").matches().size());
        assertEquals(0, screening.assess("ñandu pori", "en").matches().size());
        assertEquals(
                2, screening.assess("ñandu pori, i want to die", "xx").matches().size());
        assertEquals(1, screening.assess("i want to die", "none").matches().size());
    }

    @Test
    void aTextInTwoLexiconsIsReportedOnce() {
        Lexicon one = new LexiconParser("en")
                .read("en/a.txt", "category: suicide\nhigh: abc")
                .lexicon();
        assertEquals(
                List.of(new Match(Category.SUICIDE, Severity.HIGH, "abc", 0, 3, "en/a.txt:2")),
                new Screening(Map.of("en", one, "yy", one)).assess("abc", "yy").matches());
    }

    @Test
    void thereIsNoScreeningWithoutEnglish() {
        assertThrows(LexiconError.class, () -> new Screening(Map.of()));
    }

    @Test
    void anyLanguageTagIsTaken() {
        for (String tag : new String[] {"", "-", "EN", "zz", "\ud83d"}) {
            assertTrue(SCREENING.assess("i want to die", tag).severity().isPresent());
        }
    }

    private static Assessment assess(String text) {
        return SCREENING.assess(text, "en");
    }
}
