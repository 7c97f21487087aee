package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dariro.gateways.api.NationalLanguage;
import org.junit.jupiter.api.Test;

class LineRulesTest {
    private static final LineRules WIDE = new LineRules(16, Set.of());
    private static final LineRules SPANISH = new LineRules(8, Set.of(NationalLanguage.SPANISH));
    private static final LineRules PORTUGUESE = new LineRules(8, Set.of(NationalLanguage.PORTUGUESE));
    private static final LineRules TURKISH = new LineRules(8, Set.of(NationalLanguage.TURKISH));

    @Property
    void theUsualRulesCountAsSegmentsDo(@ForAll("texts") String text) {
        assertEquals(Segments.of(text), LineRules.USUAL.count(text).segments());
    }

    @Test
    void aReferenceOf16BitsTakesASeptetOfEachPart() {
        assertEquals(1, WIDE.count("a".repeat(160)).segments().count());
        assertEquals(2, WIDE.count("a".repeat(304)).segments().count());
        assertEquals(3, WIDE.count("a".repeat(305)).segments().count());
        assertEquals(2, WIDE.count("й".repeat(132)).segments().count());
        assertEquals(3, WIDE.count("й".repeat(133)).segments().count());
    }

    @Test
    void spanishAccentsStayGsm7OnALineThatPassesTheTableOn() {
        String text = "más tarde te llamo, ¿sí?";
        assertEquals(Encoding.UCS_2, Segments.of(text).encoding());
        assertEquals(new LineRules.Counted(new Segments(Encoding.GSM_7, 1, text.length() + 2), 1), SPANISH.count(text));
    }

    @Test
    void aNationalTableLeaves155SeptetsAnd149InEachPart() {
        assertEquals(1, SPANISH.count("á" + "a".repeat(153)).segments().count());
        assertEquals(2, SPANISH.count("á" + "a".repeat(154)).segments().count());
        assertEquals(2, SPANISH.count("á" + "a".repeat(296)).segments().count());
        assertEquals(3, SPANISH.count("á" + "a".repeat(297)).segments().count());
    }

    @Test
    void noTableIsUsedWhereNoneIsNeeded() {
        assertEquals(0, SPANISH.count("mañana").tables());
        assertEquals(160, SPANISH.count("a".repeat(160)).segments().units());
    }

    @Test
    void portugueseTakesTheLockingTableWhereItSavesASegment() {
        assertEquals(1, PORTUGUESE.count("ã".repeat(155)).segments().count());
        assertEquals(1, PORTUGUESE.count("não").tables());
        assertEquals(1, PORTUGUESE.count("Φã" + "ã".repeat(75)).tables());
        assertEquals(2, PORTUGUESE.count("Φ" + "ã".repeat(150)).tables());
    }

    @Test
    void turkishIsGsm7ByItsTables() {
        assertEquals(
                Encoding.GSM_7,
                TURKISH.count("İyi geceler, görüşürüz").segments().encoding());
    }

    @Test
    void whatNoTableHoldsIsUcs2() {
        assertEquals(Encoding.UCS_2, SPANISH.count("sí 😀").segments().encoding());
        assertThrows(IllegalArgumentException.class, () -> new LineRules(12, Set.of()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "€", "й", "😀", "\ud83d", "hello ", "x".repeat(50))
                .list()
                .ofMaxSize(30)
                .map(words -> String.join("", words));
    }
}
