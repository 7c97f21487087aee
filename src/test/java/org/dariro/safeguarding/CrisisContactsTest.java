package org.dariro.safeguarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrisisContactsTest {
    private static final CrisisContacts SHIPPED = CrisisContacts.load(Templates.shipped());

    @TempDir
    Path own;

    private CrisisContacts with(String country, String lines) throws IOException {
        Path file = own.resolve("protocols/crisis/" + country + ".properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
        return CrisisContacts.load(Templates.changedBy(own));
    }

    @Test
    void aCountryHasItsContactsInTheMembersLanguageWhereThereIsOne() {
        assertTrue(SHIPPED.contacts("ZA", "zu").startsWith("shayela 112"));
        assertEquals(SHIPPED.contacts("ZA", "en"), SHIPPED.contacts("za", "sw"));
        assertTrue(
                SHIPPED.countries().containsAll(List.of("ZW", "ZM", "ZA", "KE", "TZ", "UG", "MW", "MX", "GB", "US")));
    }

    @Test
    void aCountryWithoutAFileGetsAdviceWithoutAnyNumber() {
        for (String language : List.of("en", "sw", "sn", "zu", "es")) {
            assertFalse(SHIPPED.contacts("FR", language).chars().anyMatch(Character::isDigit));
        }
    }

    @Test
    void nothingShippedClaimsToBeVerified() {
        SHIPPED.countries().forEach(country -> assertEquals(Optional.empty(), SHIPPED.checked(country)));
    }

    @Test
    void whatIsShippedSaysWhereItIsFrom() {
        SHIPPED.countries().forEach(country -> {
            assertFalse(SHIPPED.source(country).isEmpty(), country);
            assertFalse(SHIPPED.isGeneral(country), country);
        });
        assertTrue(SHIPPED.isGeneral("FR"));
    }

    @Test
    void aProgrammeVerifiesItsCountry() throws IOException {
        CrisisContacts checked = with("ZW", "checked=2026-03-01\n");
        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), checked.checked("ZW"));
        assertEquals(SHIPPED.contacts("ZW", "sn"), checked.contacts("ZW", "sn"));
    }

    @Test
    void aLineThatDoesNotFitItsScreenStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> with("ZW", "contacts=" + "x".repeat(101)));
        assertThrows(IllegalStateException.class, () -> with("ZW", "contacts="));
        assertThrows(IllegalStateException.class, () -> with("FR", "source=nobody"));
        assertThrows(IllegalStateException.class, () -> with("ZW", "checked=yesterday"));
    }
}
