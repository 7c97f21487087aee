package org.dariro.transcript;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dariro.container.DueWorkFilter;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same transcripts in the container: over HTTP, on PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
class TranscriptsIT {
    @Inject
    private Parts parts;

    @Inject
    private InstantSource clock;

    @Test
    void everyConversationGoesAsWrittenInTheContainer() throws Throwable {
        Stage stage = new ContainerStage(parts, (HandClock) clock, "http://localhost:" + DueWorkFilter.port());
        List<String> failures = new ArrayList<>();
        List<DynamicTest> tests = Transcripts.tests(stage).toList();
        for (DynamicTest test : tests) {
            try {
                test.getExecutable().execute();
            } catch (AssertionError | RuntimeException e) {
                failures.add(test.getDisplayName() + "\n" + e);
            }
        }
        assertTrue(tests.size() > 50, () -> "only " + tests.size() + " transcripts were found");
        assertTrue(failures.isEmpty(), () -> failures.size() + " failed:\n" + String.join("\n", failures));
    }
}
