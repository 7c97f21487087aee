package org.dariro.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All transcripts as tests, each by its file and title. */
public final class Transcripts {
    private Transcripts() {}

    /** The tests of all files, to be run on a stage one after the other. */
    public static Stream<DynamicTest> tests(Stage stage) {
        Path folder = folder();
        return files(folder).stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(folder, file), file.toUri(), () -> Performance.play(stage, Transcript.read(file))));
    }

    private static String name(Path folder, Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        try (Stream<String> lines = Files.lines(file)) {
            return name
                    + lines.findFirst()
                            .map(line -> ": " + line.replaceFirst("^#\\s*", ""))
                            .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        String given = System.getProperty("dariro.transcripts");
        if (given != null) {
            return Path.of(given);
        }
        Path inModule = Path.of("test/transcripts");
        return Files.isDirectory(inModule) ? inModule : Path.of("src/test/transcripts");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
