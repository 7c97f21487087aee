package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dariro.gateways.api.Gsm7;
import org.dariro.gateways.api.NationalLanguage;
import org.dariro.gateways.api.ShiftTables;

class WordingProperties {

    @Property(tries = 500)
    void whatIsWrittenIsReadAgainInPartsThatFit(
            @ForAll("texts") String text, @ForAll Alphabet alphabet, @ForAll Splitting splitting) {
        Wording wording = Wording.of(text, alphabet, splitting, Set.of());
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

    @Property(tries = 500)
    void whatNationalTablesHoldIsWrittenInThemAndReadAgain(
            @ForAll("accented") String text, @ForAll Set<NationalLanguage> languages, @ForAll boolean wide) {
        Wording wording = Wording.of(text, Alphabet.GSM, wide ? Splitting.UDH16 : Splitting.UDH8, languages);
        int parts = wording.bodies().size();
        int header = 1 + wording.tables().octets() + (parts > 1 ? (wide ? 6 : 5) : 0);
        StringBuilder read = new StringBuilder();
        for (byte[] body : wording.bodies()) {
            int octets = wording.dataCoding() == 0 ? (body.length * 7 + 7) / 8 : body.length;
            assertTrue((header == 1 ? 0 : header) + octets <= 140, octets + " octets");
            read.append(
                    wording.dataCoding() == 0
                            ? wording.tables().decode(body)
                            : Alphabet.GSM.decode(body, wording.dataCoding()));
        }
        assertEquals(text, read.toString());
        assertEquals(parts, wording.segments());
        byte[] elements = wording.tables().elements();
        byte[] whole = new byte[elements.length + 1];
        System.arraycopy(elements, 0, whole, 1, elements.length);
        assertEquals(wording.tables(), ShiftTables.named(whole));
        assertTrue(parts
                <= Wording.of(text, Alphabet.GSM, wide ? Splitting.UDH16 : Splitting.UDH8, Set.of())
                        .bodies()
                        .size());
    }

    @Provide
    Arbitrary<String> accented() {
        return Arbitraries.of("a", "más ", "não ", "ı", "ğü", "ç", "€", "[", "hola ", "Ω", "ŋ")
                .list()
                .ofMaxSize(250)
                .map(all -> String.join("", all));
    }

    private static void assertFits(Wording wording, byte[] body, String part, Splitting splitting) {
        boolean alone = wording.bodies().size() == 1;
        if (wording.dataCoding() == 0) {
            int septets = part.chars().map(c -> Gsm7.septets((char) c)).sum();
            assertTrue(septets <= (alone ? 160 : splitting == Splitting.UDH16 ? 152 : 153), septets + " septets");
        } else {
            assertTrue(
                    body.length <= 2 * (alone ? 70 : splitting == Splitting.UDH16 ? 66 : 67), body.length + " bytes");
        }
    }

    @Property
    void aPartIsKnownByItsHeader(
            @ForAll @IntRange(max = 0xffff) int reference,
            @ForAll @IntRange(min = 2, max = 255) int total,
            @ForAll boolean wide) {
        PartOf part = new PartOf(wide ? reference : reference & 0xff, total, 1 + reference % total);
        byte[] element = part.element(wide);
        byte[] header = new byte[element.length + 1];
        header[0] = (byte) element.length;
        System.arraycopy(element, 0, header, 1, element.length);
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
