package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void anEmptyTextIsOneSegment() {
        assertEquals(new Segments(Encoding.GSM_7, 1, 0), Segments.of(""));
    }

    @Test
    void gsm7HoldsASegmentOf160AndPartsOf153() {
        assertEquals(1, Segments.of("a".repeat(160)).count());
        assertEquals(2, Segments.of("a".repeat(161)).count());
        assertEquals(2, Segments.of("a".repeat(306)).count());
        assertEquals(3, Segments.of("a".repeat(307)).count());
    }

    @Test
    void ucs2HoldsASegmentOf70AndPartsOf67() {
        assertEquals(new Segments(Encoding.UCS_2, 1, 70), Segments.of("ŵ".repeat(70)));
        assertEquals(2, Segments.of("ŵ".repeat(71)).count());
        assertEquals(2, Segments.of("ŵ".repeat(134)).count());
        assertEquals(3, Segments.of("ŵ".repeat(135)).count());
    }

    @Test
    void extensionCharactersTakeTwoSeptets() {
        assertEquals(new Segments(Encoding.GSM_7, 1, 160), Segments.of("€".repeat(80)));
        assertEquals(new Segments(Encoding.GSM_7, 2, 162), Segments.of("[".repeat(81)));
    }

    @Test
    void anEscapePairIsNotSplit() {
        assertEquals(2, Segments.of("a".repeat(152) + "b".repeat(154)).count());
        assertEquals(3, Segments.of("a".repeat(152) + "€" + "b".repeat(152)).count());
        assertEquals(
                List.of("a".repeat(152), "€" + "b".repeat(151), "b"),
                Segments.split("a".repeat(152) + "€" + "b".repeat(152)));
    }

    @Test
    void aSurrogatePairIsNotSplit() {
        assertEquals(2, Segments.of("й".repeat(66) + "й" + "й".repeat(67)).count());
        assertEquals(3, Segments.of("й".repeat(66) + "😀" + "й".repeat(66)).count());
        assertEquals(
                List.of("й".repeat(66), "😀" + "й".repeat(65), "й"),
                Segments.split("й".repeat(66) + "😀" + "й".repeat(66)));
    }

    @Test
    void aLoneSurrogateIsOneUnit() {
        assertEquals(new Segments(Encoding.UCS_2, 1, 1), Segments.of("\ud83d"));
        assertEquals(2, Segments.of("\ude00\ud83d".repeat(67)).count());
    }

    @Test
    void nulAndEscapeAreNotGsm7() {
        assertEquals(Encoding.UCS_2, Segments.of("\0").encoding());
        assertEquals(Encoding.UCS_2, Segments.of("\u001b").encoding());
        assertEquals(Encoding.GSM_7, Segments.of("\f\r\n").encoding());
    }

    @Test
    void smallCWithCedillaIsNotGsm7ThoughTheCapitalIs() {
        assertEquals(Encoding.UCS_2, Segments.of("ç").encoding());
        assertEquals(Encoding.GSM_7, Segments.of("Ç").encoding());
    }

    @Property
    void countsLikeThePlainWay(@ForAll("texts") String text) {
        assertEquals(SlowSegments.of(text), Segments.of(text));
    }

    @Property
    void neverCountsLessAfterAppending(@ForAll("texts") String text, @ForAll("texts") String more) {
        assertTrue(Segments.of(text).count() <= Segments.of(text + more).count());
    }

    @Property
    void partsAreTheTextAndHoldWhatASegmentHolds(@ForAll("texts") String text) {
        Segments whole = Segments.of(text);
        List<String> parts = Segments.split(text);
        assertEquals(text, String.join("", parts));
        assertEquals(whole.count(), parts.size());
        int most =
                whole.count() == 1 ? whole.encoding().alone() : whole.encoding().joined();
        int units = 0;
        for (String part : parts) {
            // a part of a UCS-2 text may be plain Latin: it goes as UCS-2 all the same
            int size = whole.encoding() == Encoding.UCS_2
                    ? part.length()
                    : Segments.of(part).units();
            assertTrue(size <= most);
            units += size;
        }
        assertEquals(whole.units(), units);
    }

    @Property
    void aTallyCountsLikeTheWhole(@ForAll("pieces") List<String> pieces) {
        Tally tally = new Tally(LineRules.USUAL);
        StringBuilder whole = new StringBuilder();
        for (String piece : pieces) {
            tally.add(piece, Measure.of(piece));
            tally.add("\n", Measure.of("\n"));
            whole.append(piece).append('\n');
            assertEquals(Segments.of(whole), tally.segments());
        }
        tally.clear();
        assertEquals(Segments.of(""), tally.segments());
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return texts().list().ofMaxSize(5);
    }

    /** Texts with many characters at the seams: escapes, pairs, lone halves, and lengths about the limits. */
    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> gsm =
                Arbitraries.of("a", "b", " ", "€", "[", "é", "\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        Arbitrary<String> any =
                Arbitraries.of("a", "й", "😀", "\ud83d", "\ude00", "\0", "\u001b", "€", "йййййййййййййййййййййй");
        return Arbitraries.oneOf(
                gsm.list().ofMaxSize(60).map(l -> String.join("", l)),
                any.list().ofMaxSize(60).map(l -> String.join("", l)),
                Arbitraries.strings().ofMaxLength(400),
                Arbitraries.integers().between(60, 330).map("x"::repeat));
    }
}
