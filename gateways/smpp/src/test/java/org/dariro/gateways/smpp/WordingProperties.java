package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WordingProperties {

    @Property(tries = 500)
    void whatIsWrittenIsReadAgainInPartsThatFit(
            @ForAll("texts") String text, @ForAll Alphabet alphabet, @ForAll Splitting splitting) {
        Wording wording = Wording.of(text, alphabet, splitting);
        StringBuilder read = new StringBuilder();
        for (byte[] body : wording.bodies()) {
            String part = alphabet.decode(body, wording.dataCoding());
            read.append(part);
            if (splitting != Splitting.PAYLOAD) {
                assertFits(wording, body, part, splitting);
            }
            assertFalse(part.isEmpty() && wording.bodies().size() > 1, "an empty part");
            assertFalse(part.length() > 0 && Character.isHighSurrogate(part.charAt(part.length() - 1)), "half a pair");
        }
        assertEquals(text, read.toString());
        assertTrue(splitting == Splitting.PAYLOAD
                || wording.segments() == wording.bodies().size());
        assertEquals(alphabet.has(text), wording.dataCoding() == 0);
    }

    private static void assertFits(Wording wording, byte[] body, String part, Splitting splitting) {
        boolean alone = wording.bodies().size() == 1;
        if (wording.dataCoding() == 0) {
            int septets = part.chars().map(c -> Gsm.septets((char) c)).sum();
            assertTrue(septets <= (alone ? 160 : splitting.septets()), septets + " septets");
        } else {
            assertTrue(body.length <= 2 * (alone ? 70 : splitting.units()), body.length + " bytes");
        }
    }

    @Property
    void aPartIsKnownByItsHeader(
            @ForAll @IntRange(max = 0xffff) int reference,
            @ForAll @IntRange(min = 2, max = 255) int total,
            @ForAll boolean wide) {
        PartOf part = new PartOf(wide ? reference : reference & 0xff, total, 1 + reference % total);
        byte[] header = part.header(wide);
        assertEquals(Optional.of(part), PartOf.byHeader(header));
        assertEquals(header.length, PartOf.headerLength(header));
    }

    @Property
    void noBytesAreTooStrangeToRead(@ForAll byte[] body, @ForAll @IntRange(max = 255) int coding) {
        for (Alphabet alphabet : Alphabet.values()) {
            assertTrue(alphabet.decode(body, coding).length() <= body.length);
        }
        PartOf.byHeader(body);
        PartOf.headerLength(body);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> basic =
                Arbitraries.of("abc @£ÄñÜ\nΩ§¿0".chars().mapToObj(c -> (char) c).toList());
        Arbitrary<Character> extended = Arbitraries.of(List.of('€', '[', '^', '~', '{', '|'));
        Arbitrary<String> gsm = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, basic), net.jqwik.api.Tuple.of(1, extended))
                .list()
                .ofMaxSize(700)
                .map(WordingProperties::joined);
        Arbitrary<String> any = Arbitraries.of("a", "ŋ", "🎉", "你", "é", "♥")
                .list()
                .ofMaxSize(300)
                .map(all -> String.join("", all));
        return Arbitraries.oneOf(gsm, any);
    }

    private static String joined(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
