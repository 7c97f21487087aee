package org.dariro.transcript;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Plays every file of {@code src/test/transcripts} in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptTest {
    private final Stage stage = MemoryStage.open();

    @TestFactory
    Stream<DynamicTest> aConversationGoesAsWritten() {
        return Transcripts.tests(stage);
    }

    @AfterAll
    void close() {
        stage.close();
    }
}
