package org.dariro.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dariro.platform.Messages;
import org.dariro.platform.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    @TempDir
    Path own;

    private Keywords with(String language, String line) throws IOException {
        Path file = own.resolve("messages/" + language + "/keywords.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, line);
        Templates templates = Templates.changedBy(own);
        return Keywords.load(templates, Messages.load(templates));
    }

    @Test
    void aProgrammeChangesOneLineAndKeepsTheRest() throws IOException {
        Keywords keywords = with("sw", "help=nisaidie\n");
        assertEquals(new Command.Help(), keywords.parse("Nisaidie", "sw"));
        assertEquals(new Command.Post("msaada"), keywords.parse("msaada", "sw"));
        assertEquals(new Command.Stop(), keywords.parse("ondoka", "sw"));
    }

    @Test
    void oneWordForTwoCommandsStopsTheStart() {
        String said = assertThrows(IllegalStateException.class, () -> with("sw", "help=soma\n"))
                .getMessage();
        assertTrue(said.contains("messages/sw/keywords.properties") && said.contains("soma"), said);
    }

    @Test
    void aWordThatLeavesInAnyLanguageIsNoOtherCommandAnywhere() {
        String said = assertThrows(IllegalStateException.class, () -> with("zu", "stop=ayuda\n"))
                .getMessage();
        assertTrue(said.contains("ayuda"), said);
    }

    @Test
    void anUnknownCommandStopsTheStart() {
        String said = assertThrows(IllegalStateException.class, () -> with("en", "halp=help\n"))
                .getMessage();
        assertEquals("messages/en/keywords.properties: halp is not a command", said);
    }

    @Test
    void aNumberWordNeedsItsFigure() {
        String said = assertThrows(IllegalStateException.class, () -> with("en", "numbers=one, two 2\n"))
                .getMessage();
        assertTrue(said.startsWith("messages/en/keywords.properties: numbers needs a word and its figure"), said);
    }

    @Test
    void aLeadingCommandIsOneWord() {
        assertThrows(IllegalStateException.class, () -> with("en", "mentor=my mentor\n"));
    }
}
