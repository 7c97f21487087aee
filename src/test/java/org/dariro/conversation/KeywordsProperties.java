package org.dariro.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class KeywordsProperties {
    private static final String[] STOPS = {
        "stop",
        "unsubscribe",
        "optout",
        "revoke",
        "leave",
        "cancel",
        "end",
        "quit",
        "ondoka",
        "toka",
        "buda",
        "phuma",
        "salir"
    };

    @Property
    void anyTextGetsACommandInEveryLanguage(@ForAll("anything") String text, @ForAll("languages") String language) {
        assertNotNull(KeywordsTest.KEYWORDS.parse(text, language));
    }

    @Property
    void anythingAfterAKeywordGetsACommand(
            @ForAll("anything") String tail, @ForAll("starts") String start, @ForAll("languages") String language) {
        assertNotNull(KeywordsTest.KEYWORDS.parse(start + tail, language));
    }

    @Property
    void aPostIsTheTextItself(@ForAll("anything") String text) {
        if (KeywordsTest.KEYWORDS.parse(text, "en") instanceof Command.Post post) {
            assertEquals(text, post.text());
        }
    }

    @Property
    void anOptOutWordIsKnownThroughCasePunctuationAndAccents(
            @ForAll("stops") String stop,
            @ForAll("languages") String language,
            @ForAll("noise") String before,
            @ForAll("noise") String after,
            @ForAll @IntRange(max = 63) int capitals,
            @ForAll @IntRange(max = 3) int mark) {
        StringBuilder typed = new StringBuilder(before);
        for (int i = 0; i < stop.length(); i++) {
            String letter = stop.substring(i, i + 1);
            typed.append((capitals >> i & 1) == 1 ? letter.toUpperCase(Locale.ROOT) : letter);
            typed.append(mark == i ? "\u0301" : "");
        }
        assertEquals(
                new Command.Stop(),
                KeywordsTest.KEYWORDS.parse(typed.append(after).toString(), language));
    }

    @Property
    void fourOrMoreStrangeWordsBeforeAStopAreAPost(@ForAll @IntRange(min = 4, max = 40) int words) {
        String text = "word ".repeat(words) + "stop";
        assertEquals(new Command.Post(text), KeywordsTest.KEYWORDS.parse(text, "en"));
    }

    @Property
    void upToThreeWordsAfterStopAreAskedAboutAndMoreAreAPost(@ForAll @IntRange(min = 1, max = 30) int words) {
        String text = "stop" + " word".repeat(words);
        Command expected = words <= 3 ? new Command.StopConfirm(text) : new Command.Post(text);
        assertEquals(expected, KeywordsTest.KEYWORDS.parse(text, "en"));
    }

    @Property(tries = 200)
    void aPauseIsNeverOutOfItsRange(@ForAll @IntRange(min = 0, max = 2_000_000) int days) {
        Command command = KeywordsTest.KEYWORDS.parse("pause " + days, "en");
        boolean fits = days >= 1 && days <= Command.Pause.MOST_DAYS;
        assertEquals(fits ? new Command.Pause(days) : new Command.PauseBad(), command);
    }

    @Property(tries = 50)
    void aTextOfTenThousandCharactersOfAnyKindIsReadWhole(
            @ForAll("languages") String language, @ForAll("units") String unit) {
        String text = unit.repeat(10_000 / unit.length());
        assertNotNull(KeywordsTest.KEYWORDS.parse(text, language));
        assertTrue(Words.of(text).size() <= Words.MOST);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().withChars((char) 0, Character.MAX_VALUE).ofMaxLength(300);
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of(
                "@", "@hope", "join ", "name ", "mentor ", "pause ", "lang ", "read ", "stop ", "opt ", "leave ",
                "please ", "no ");
    }

    @Provide
    Arbitrary<String> stops() {
        return Arbitraries.of(STOPS);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "sw", "sn", "zu", "es", "xx", "");
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                "", " ", "  ", ".", "!!!", "\n", "\t", "\u00a0", "\"", "\u201c", "\ud83d", "\u0000", " - ", "...", "'");
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(
                "a", "a ", "'", "\u0301", "\ud83d", "\ufdfa", "@", "- ", "stop ", "mentor ", "@a-", "\u00e9", " ", "1");
    }
}
