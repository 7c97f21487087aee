package org.dariro.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dariro.gateways.api.Gsm7;
import org.dariro.spend.Segments;
import org.junit.jupiter.api.Test;

class LetteringTest {
    @Test
    void typographicSignsBecomePlainOnes() {
        assertEquals("\"Don't\" - she said...", Lettering.of("“Don’t” – she said…"));
    }

    @Test
    void accentsThatTheAlphabetLacksGoAndOthersStay() {
        assertEquals("Manana, cafe, Łodz".replace("Ł", "L"), Lettering.of("Manana, cafe, Łodź"));
        assertEquals("ñ é ü a i o c w ng", Lettering.of("ñ é ü á í ó ç ŵ ng"));
    }

    @Test
    void emojiGoAndWhatCannotBeWrittenIsAQuestionMark() {
        assertEquals("hello ", Lettering.of("hello 👋🏽"));
        assertEquals("<3", Lettering.of("❤️"));
        assertEquals("???", Lettering.of("нет"));
    }

    @Test
    void aPostIsOnOneLineAndNeverEmpty() {
        assertEquals("hi Rudo: not her words", Lettering.line("hi\nRudo:  not her words\r\n"));
        assertEquals("?", Lettering.line("👋"));
    }

    @Property
    void anyTextIsShownInGsm7(@ForAll String text) {
        String shown = Lettering.of(text);
        assertTrue(Gsm7.fits(shown));
        assertEquals(Segments.of(shown).units(), Lettering.width(shown));
    }
}
