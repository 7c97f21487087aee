package org.dariro.safeguarding.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0771234567",
                "+263771234567",
                "00263 77 123 4567",
                "+263 (0)77 123-4567",
                "077 123 4567",
                "077-123-4567",
                "077.123.4567",
                "(077) 123 4567",
                "(+263) 771 234 567",
                "771 234 567",
                "555-1234",
                "0 7 7 1 2 3 4 5 6 7",
                "7712345",
                "71011012345678901"
            })
    void aNumberIsHidden(String number) {
        assertEquals(new Masked("call me on (number hidden) tonight", true), mask("call me on " + number + " tonight"));
        assertEquals("(number hidden)", mask(number).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see you 02-03-2026 10:30",
                "born 2001.12.31 in Harare",
                "on 20260302",
                "from 2019-2026",
                "years 2019 2020 2021 2022",
                "it costs R2500000",
                "USD 1500000 is a lot",
                "about $ 1234567.00",
                "1234567.50 in all",
                "1 500 000 people",
                "250 000 000 people",
                "text STOP to 32323",
                "dial *130*123#",
                "CD4 was 350, now 420",
                "psalm 23 1 2 3 and 4",
                "take 2 pills 3 times",
                "me @ home.",
                "meet @10.30",
                "a@b"
            })
    void datesSumsAndShortCodesStay(String text) {
        assertEquals(new Masked(text, false), mask(text));
    }

    @Test
    void anAddressIsHiddenAndTheFullStopStays() {
        assertEquals(
                "write to (address hidden). ok?",
                mask("write to rudo.m+x@mail.example.org. ok?").text());
        assertEquals("(address hidden)", mask("0771234567@example.com").text());
    }

    @Test
    void aNumberInSpanishOrSwahiliWordsIsHidden() {
        assertEquals(
                "soy (number hidden) y ya",
                mask("soy cincuenta y cinco doce treinta y cuatro setenta y ocho y ya")
                        .text());
        assertEquals(
                "ni (number hidden)",
                mask("ni sifuri saba mbili mbili tano nane tisa").text());
        assertFalse(mask("tengo dos hijos y tres gatos, tatu au nne").hidden());
    }

    @Test
    void everyNumberOfATextIsHidden() {
        assertEquals(
                "me (number hidden), mum (number hidden)/(number hidden)!",
                mask("me 0771234567, mum +263772345678/0712345678!").text());
    }

    @Test
    void aNumberAfterADateOrACountIsFound() {
        assertEquals("2026-03-02 (number hidden)", mask("2026-03-02 0771234567").text());
        assertEquals("room 3 (number hidden)", mask("room 3 0771234567").text());
    }

    @Property
    void theResultOfMaskingHoldsNothingToMask(@ForAll("texts") String text) {
        Masked once = mask(text);
        assertEquals(once.hidden(), !once.text().equals(text));
        assertFalse(mask(once.text()).hidden(), once.text());
    }

    @Property
    void aNumberIsFoundAmongAnyWords(@ForAll("words") String before, @ForAll("words") String after) {
        assertTrue(mask(before + " 0771234567 " + after).hidden());
    }

    @Property
    void anyTextIsTaken(@ForAll String text) {
        assertFalse(mask(text).hidden() && text.isEmpty());
    }

    @Test
    void longTextsOfDigitsAndSignsAreTaken() {
        for (String piece : new String[] {"1", "1 ", "@", "a@", "1-", "+", "(", "0 ", "a.", "12 03 2026 "}) {
            mask(piece.repeat(10_000));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "come to flat 3, 14 Baines Avenue tonight | come to (private details hidden) tonight",
                "i stay at 14 baines avenue | i stay at (private details hidden)",
                "it is 5 Fife Ave, the blue gate | it is (private details hidden), the blue gate",
                "my atm pin is 4471 | my atm pin is (private details hidden)",
                "my ecocash pin: 4471, use it | my ecocash pin: (private details hidden), use it",
                "my password is sunny77 | my password is (private details hidden)",
                "my password is sunflower | my password is (private details hidden)",
                "my account number is 55123 | my account number is (private details hidden)"
            })
    void whatTellsWhereSomebodyLivesOrOpensTheirAccountIsHidden(String text, String hidden) {
        assertEquals(new Masked(hidden, true), maskTold(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i forgot my atm pin",
                "my password is wrong",
                "my bank account is empty",
                "10 minutes on the road",
                "we are 20 people in court",
                "2 times a day on my way to the street",
                "i know where you live",
                "saw you at the clinic",
                "my bank pin is not working",
                "the clinic is on Baines Avenue",
                "on the 21st we move to another place",
                "take 2 tablets then drive"
            })
    void aMentionThatTellsNothingStays(String text) {
        assertEquals(new Masked(text, false), maskTold(text));
    }

    private static Masked maskTold(String text) {
        return Masking.ENGLISH.mask(
                text, ScreeningTest.SCREENING.assess(text, "en").matches());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0771 | 000 001 call me | (number hidden) call me",
                "my number is 0771 000 | 001 | (number hidden)",
                "oh seven seven one | double oh oh double oh one ok | (number hidden) ok",
                "0771000001 | 5 of us came | 5 of us came",
                "take 2 | 500 mg at 08:00 | 500 mg at 08:00",
                "see you | 000 001 | 000 001"
            })
    void ofANumberOverTwoTextsTheSecondPartIsHidden(String before, String text, String hidden) {
        assertEquals(hidden, Masking.ENGLISH.mask(before, text, List.of()).text());
    }

    @Test
    void longTextsOfAddressesAreTaken() {
        for (String piece : new String[] {"1 a ", "flat 3, ", "12 street ", "my pin is 4 ", "1 a b c "}) {
            maskTold(piece.repeat(2_000));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "0", "7", "12", "2026", "03", " ", "-", ".", "+", "(", ")", "@", "a", "b.org", ",", "R", "/")
                .list()
                .ofMaxSize(30)
                .map(l -> String.join("", l));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("call", "me", "R", "5", "on", ".", "@", "+", "at 10:30")
                .list()
                .ofMaxSize(8)
                .map(l -> String.join(" ", l) + " or");
    }

    private static Masked mask(String text) {
        return Masking.ENGLISH.mask(text);
    }
}
