package org.dariro.safeguarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.dariro.platform.Messages;
import org.dariro.platform.Templates;
import org.dariro.safeguarding.protocol.Protocol;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolsTest {
    @TempDir
    Path own;

    private void write(String file, String lines) throws IOException {
        Path path = own.resolve("protocols/" + file + ".properties");
        Files.createDirectories(path.getParent());
        Files.writeString(path, lines);
    }

    @Test
    void everyCategoryHasAChecklistThatNobodyClinicalHasCheckedYet() {
        Protocols protocols = Protocols.load(Templates.shipped());
        assertEquals(Protocols.categories().size(), protocols.all().size());
        for (Protocol protocol : protocols.all()) {
            assertTrue(protocol.steps().size() >= 5, protocol.category());
            assertFalse(protocol.source().isEmpty());
            assertEquals(Optional.empty(), protocol.reviewed());
        }
        assertEquals("other", protocols.of("none").category());
    }

    @Test
    void whatIsProposedToSayFitsTwoPlainPartsInALanguageThatThereIs() {
        Messages messages = Messages.load(Templates.shipped());
        Protocols.load(Templates.shipped()).all().forEach(protocol -> protocol.steps()
                .forEach(step -> step.say().forEach((language, words) -> {
                    assertTrue(messages.languages().contains(language), language);
                    Segments segments = Segments.of("Grace Moyo, only to you: " + words);
                    assertEquals(Encoding.GSM_7, segments.encoding(), words);
                    assertTrue(segments.count() <= 2, words);
                })));
    }

    @Test
    void aProgrammesOwnLinesCountWithoutARestart() throws IOException {
        Protocols protocols = Protocols.load(Templates.changedBy(own));
        write("suicide", "reviewed=2026-03-01\nstep.read=Read it twice.\n");
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 1)), protocols.of("suicide").reviewed());
        assertEquals("Read it twice.", protocols.of("suicide").steps().get(0).words());
    }

    @Test
    void aBrokenFileStopsTheStartButNotARunningService() throws IOException {
        Protocols protocols = Protocols.load(Templates.changedBy(own));
        write("suicide", "reviewed=yesterday\n");
        assertEquals(Optional.empty(), protocols.of("suicide").reviewed());
        assertThrows(IllegalStateException.class, () -> Protocols.load(Templates.changedBy(own)));
        write("suicide", "colour=red\n");
        assertThrows(IllegalStateException.class, () -> Protocols.load(Templates.changedBy(own)));
        write("suicide", "say.dance=Hello\n");
        assertThrows(IllegalStateException.class, () -> Protocols.load(Templates.changedBy(own)));
        write("suicide", "reviewed=2026-03-01\n");
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 1)), protocols.of("suicide").reviewed());
    }

    @Test
    void aCrisisLineIsEditedWithoutARestart() throws IOException {
        CrisisContacts contacts = CrisisContacts.load(Templates.changedBy(own));
        write("crisis/ZW", "contacts=call 112.\nchecked=2026-03-01\n");
        assertEquals("call 112.", contacts.contacts("ZW", "en"));
        write("crisis/ZW", "contacts=" + "x".repeat(200));
        assertEquals("call 112.", contacts.contacts("ZW", "en"));
    }
}
