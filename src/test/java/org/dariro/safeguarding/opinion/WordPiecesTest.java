package org.dariro.safeguarding.opinion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final String OWN = """
            {"model": {"vocab": {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3,
                "sleep": 10, "sleeping": 11, "##less": 12, "##l": 13, "##ess": 14, "#": 15, "3": 16}}}""";

    private static long[] of(String... words) throws IOException {
        return read(OWN).of(List.of(words), 20);
    }

    private static WordPieces read(String json) throws IOException {
        return WordPieces.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theLongestPieceThatIsKnownComesFirst() throws IOException {
        assertArrayEquals(new long[] {1, 11, 10, 12, 2}, of("sleeping", "sleepless"));
    }

    @Test
    void aWordThatCannotBeCutIsOneUnknownPiece() throws IOException {
        assertArrayEquals(new long[] {1, 3, 10, 2}, of("sleepy", "sleep"));
    }

    @Test
    void aSignIsAWordOfItsOwn() throws IOException {
        assertArrayEquals(new long[] {1, 15, 16, 10, 15, 2}, of("#3", "sleep#"));
    }

    @Test
    void aLongTextIsCutAndStillEnds() throws IOException {
        long[] pieces = read(OWN).of(Collections.nCopies(1_000, "sleepless"), 20);

        assertEquals(20, pieces.length);
        assertEquals(2, pieces[19]);
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThrows(IOException.class, () -> read("{\"model\": {\"vocab\": {\"sleep\": 1}}}"));
    }

    /** What the tokenizers library of Hugging Face makes of the same words with the same file. */
    @Test
    void theModelsOwnTokenizerCutsAlike() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            WordPieces pieces = WordPieces.read(file);
            assertArrayEquals(
                    new long[] {101, 1045, 2215, 2000, 3637, 1998, 2196, 5256, 2039, 102},
                    pieces.of(List.of("i", "want", "to", "sleep", "and", "never", "wake", "up"), 128));
            assertArrayEquals(
                    new long[] {101, 1045, 17265, 2006, 2026, 12098, 15088, 102},
                    pieces.of(List.of("i", "defaulted", "on", "my", "arvs"), 128));
            assertArrayEquals(
                    new long[] {101, 1050, 8718, 13390, 13970, 7011, 102}, pieces.of(List.of("ndinoda", "kufa"), 128));
            assertArrayEquals(
                    new long[] {101, 1057, 1002, 1040, 1030, 2188, 102}, pieces.of(List.of("u$d", "@home"), 128));
        }
    }
}
