package org.dariro.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {
    private static final Messages SHIPPED = Messages.load(Templates.shipped());

    @TempDir
    Path own;

    private Messages with(String path, byte[] bytes) throws IOException {
        Path file = own.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return Messages.load(Templates.changedBy(own));
    }

    private Messages with(String path, String lines) throws IOException {
        return with(path, lines.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(String path, String lines) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> with(path, lines))
                .getMessage());
    }

    @Test
    void aMessageIsFilledIn() {
        assertEquals("Your texts now go to HOPE.", SHIPPED.text("en", "group-switched", Map.of("group", "HOPE")));
        assertEquals(
                "Sasa jumbe zako zinakwenda kwa HOPE.", SHIPPED.text("sw", "group-switched", Map.of("group", "HOPE")));
    }

    @Test
    void anUnknownLanguageReadsAsEnglish() {
        assertEquals(SHIPPED.text("en", "ussd-bye"), SHIPPED.text("xx", "ussd-bye"));
    }

    @Test
    void aValueIsNeverFilledInAgain() {
        assertEquals(
                "You are now {group} in $1\\.",
                SHIPPED.text("en", "nickname-changed", Map.of("nickname", "{group}", "group", "$1\\")));
    }

    @Test
    void aMissingValueIsNamed() {
        assertEquals(
                "Message group-switched: no value for {group}",
                assertThrows(IllegalArgumentException.class, () -> SHIPPED.text("en", "group-switched"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> SHIPPED.text("en", "no-such-message"));
    }

    @Test
    void languagesAreKnownByCodeAndByName() {
        assertEquals(List.of("en", "sw", "sn", "zu", "es"), SHIPPED.languages());
        assertEquals("Kiswahili", SHIPPED.languageName("sw"));
        assertEquals(Optional.of("sw"), SHIPPED.language(" swahili"));
        assertEquals(Optional.of("zu"), SHIPPED.language("ISIZULU"));
        assertEquals(Optional.empty(), SHIPPED.language("klingon"));
        assertEquals(Set.of("group", "mentor", "nickname"), SHIPPED.placeholders("welcome"));
        assertTrue(SHIPPED.keys().contains("consent"));
    }

    @Test
    void aProgrammeChangesOneSentenceAndKeepsTheRest() throws IOException {
        Messages changed = with("messages/en/messages.properties", "\ufeffussd-bye=Go well.\n");
        assertEquals("Go well.", changed.text("en", "ussd-bye"));
        assertEquals(SHIPPED.text("en", "stopped-all"), changed.text("en", "stopped-all"));
    }

    @Test
    void aProgrammeAddsALanguageInItsOwnDirectory() throws IOException {
        Path file = own.resolve("messages/ny/messages.properties");
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("../templates/messages/en/messages.properties"), file);
        Messages changed = with("messages/languages.properties", "ny=Chinyanja, Nyanja\n");
        assertEquals(List.of("en", "sw", "sn", "zu", "es", "ny"), changed.languages());
    }

    @Test
    void aLanguageThatLacksASentenceStopsTheStart() {
        String said = refusal("messages/languages.properties", "ny=Chinyanja\n");
        assertTrue(said.startsWith("messages/ny/messages.properties lacks "), said);
    }

    @Test
    void otherPlaceholdersThanEnglishStopTheStart() {
        assertEquals(
                "messages/sn/messages.properties: stopped has the placeholders [code], English has [group]",
                refusal("messages/sn/messages.properties", "stopped=Mabuda {code}\n"));
    }

    @Test
    void aSentenceThatEnglishLacksStopsTheStart() {
        assertEquals(
                "messages/sn/messages.properties: stoped is not a message of English",
                refusal("messages/sn/messages.properties", "stoped=Mabuda {group}\n"));
    }

    @Test
    void brokenBracketsAndEmptySentencesStopTheStart() {
        for (String broken : List.of("{group", "group}", "{Group}", "{}", "{the group}", "")) {
            String said = refusal("messages/en/messages.properties", "stopped=" + broken + "\n");
            assertTrue(said.startsWith("messages/en/messages.properties: stopped "), said);
        }
    }

    @Test
    void aSentenceSaidTwiceStopsTheStart() {
        assertTrue(refusal("messages/en/messages.properties", "ussd-bye=a\nussd-bye=b\n")
                .endsWith("has ussd-bye twice"));
    }

    @Test
    void aFileThatIsNotUtf8StopsTheStart() {
        byte[] latin1 = "ussd-bye=Adi\u00f3s\n".getBytes(StandardCharsets.ISO_8859_1);
        String said = assertThrows(IllegalStateException.class, () -> with("messages/es/messages.properties", latin1))
                .getMessage();
        assertTrue(said.endsWith("is not saved as UTF-8"), said);
    }
}
