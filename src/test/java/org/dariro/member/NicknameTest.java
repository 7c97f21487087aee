package org.dariro.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dariro.member.Nickname.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Hope22", "Rudo", "Mai Tino", "Anna-Lena", "N'golo", "José", "Al", "Ŵezi", "Tino 2", "Notendo"})
    void ordinaryNamesAreTaken(String name) {
        assertEquals(Optional.empty(), fault(name));
    }

    @ParameterizedTest
    @CsvSource({
        "A, TOO_SHORT",
        "'  ', TOO_SHORT",
        "Thirteen char, TOO_LONG",
        "Hope123, DIGITS",
        "H0pe, DIGITS",
        "0771234567, DIGITS",
        "+26377123456, DIGITS",
        "a@b.org, CHARACTERS",
        "Hope!, CHARACTERS",
        "-Hope, CHARACTERS",
        "Mai--Tino, CHARACTERS",
        "22, CHARACTERS",
        "Rudo:, CHARACTERS",
        "Stop, RESERVED",
        "S-T-O-P, RESERVED",
        "mentor 2, RESERVED",
        "Ádmin, RESERVED",
        "Dariro, RESERVED",
        "Аdmin, RESERVED"
    })
    void otherNamesAreRefusedWithTheirFault(String name, Fault fault) {
        assertEquals(Optional.of(fault), fault(name));
    }

    @Test
    void loneSurrogatesAndControlsAreRefused() {
        assertEquals(Optional.of(Fault.CHARACTERS), fault("Ho\ud83dpe"));
        assertEquals(Optional.of(Fault.CHARACTERS), fault("Ho\0pe"));
    }

    @Test
    void wordsOfTheLanguagesInUseAreRefusedToo() {
        assertEquals(
                Optional.of(Fault.RESERVED),
                Nickname.parse("Msaada", Set.of("msaada")).match(n -> Optional.empty(), Optional::of));
    }

    @Test
    void spaceAroundAndRunsOfSpaceAreDropped() {
        assertEquals("Mai Tino", Nickname.parse("  Mai \t Tino ").match(Nickname::text, Fault::name));
    }

    @Test
    void namesThatLookTheSameHaveOneKey() {
        String key = key("Mai Hope");
        assertEquals(key, key("MAIHOPE"));
        assertEquals(key, key("mai-hopé"));
        assertEquals(key, key("Mai Норе")); // Cyrillic
        assertEquals(key, Nickname.keyOf("Mai Hope"));
        assertNotEquals(key, key("Mai Hope2"));
    }

    @Property
    void anyTextIsReadAndAGoodNameIsReadTheSameAgain(@ForAll String text) {
        Nickname.parse(text)
                .match(
                        name -> {
                            assertTrue(name.text().codePointCount(0, name.text().length()) <= 12);
                            assertEquals(new Nickname.Good(name), Nickname.parse(name.text()));
                            return true;
                        },
                        fault -> true);
    }

    @Test
    void aNumberComesInThePlaceOfTheLettersAtTheEnd() {
        assertEquals("Hope2", numbered("Hope", 2));
        assertEquals("Hope3", numbered("Hope22", 3));
        assertEquals("Christopher2", numbered("Christophers", 2));
        assertEquals("Mai Tinash10", numbered("Mai Tinashes", 10));
    }

    @Property
    void aNumberedNameIsAGoodName(@ForAll String text, @ForAll @IntRange(min = 2, max = 99) int number) {
        Nickname.parse(text).match(name -> assertGood(name.numbered(number)), fault -> true);
    }

    private static boolean assertGood(Nickname name) {
        assertEquals(new Nickname.Good(name), Nickname.parse(name.text()));
        return true;
    }

    private static String numbered(String name, int number) {
        return Nickname.parse(name).match(good -> good.numbered(number).text(), Fault::name);
    }

    private static Optional<Fault> fault(String name) {
        return Nickname.parse(name).match(n -> Optional.empty(), Optional::of);
    }

    private static String key(String name) {
        return Nickname.parse(name).match(Nickname::key, Fault::name);
    }
}
