package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dariro.gateways.api.Gsm7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final Spelling ENGLISH = Spelling.of("en");

    @Test
    void whatIsGsm7AlreadyIsLeftAlone() {
        assertEquals(Optional.empty(), ENGLISH.plain("Hello {you}, ñandu"));
        assertEquals(Optional.empty(), ENGLISH.plain(""));
    }

    @ParameterizedTest
    @CsvSource({
        "en, don’t, don't",
        "es, ¿Cómo estás mañana?, ¿Como estas mañana?",
        "es, Él vendrá a las 3, Él vendra a las 3",
        "en, lol😂, lol :'D",
        "en, 😂😂😂ok, :'D ok",
        "en, 🤦🏾‍♂️ no, (facepalm) no",
        "en, love you ❤️, love you <3",
        "en, сhat, chat",
        "sn, Ŵonai, Wonai"
    })
    void aTextIsWrittenPlainly(String language, String text, String plain) {
        assertEquals(Optional.of(plain), Spelling.of(language).plain(text));
    }

    @Test
    void quotesDashesAndDotsBecomePlain() {
        assertEquals(Optional.of("\"yes\" - no..."), ENGLISH.plain("“yes” – no…"));
    }

    @Test
    void aTextThatStaysUcs2AnywayIsNotChanged() {
        assertEquals(Optional.empty(), ENGLISH.plain("don’t – Привет"));
        assertEquals(Optional.empty(), ENGLISH.plain("“see” 矛"));
        assertEquals(Optional.empty(), ENGLISH.plain("we ♥ you"));
    }

    @Test
    void aLanguageThatNeedsItsAccentsKeepsThem() {
        assertEquals(Optional.empty(), Spelling.of("yo").plain("ọkọ́"));
        assertEquals(Optional.of("it's"), Spelling.of("yo").plain("it’s"));
    }

    @Test
    void emojiStayWhereThePolicyKeepsThem() {
        assertEquals(Optional.empty(), new Spelling(true, true, false).plain("ok 👍"));
    }

    @Test
    void nothingChangesWhereThePolicyWantsItAsWritten() {
        assertEquals(
                Optional.empty(), ENGLISH.and(new Spelling(false, false, false)).plain("it’s"));
        assertEquals(
                Optional.of("it's"),
                ENGLISH.and(new Spelling(true, false, false)).plain("it’s"));
        assertEquals(
                Optional.empty(), ENGLISH.and(new Spelling(true, false, false)).plain("más"));
    }

    @Property
    void whatComesOutIsGsm7(@ForAll String text) {
        ENGLISH.plain(text).ifPresent(plain -> assertTrue(Gsm7.fits(plain)));
    }
}
