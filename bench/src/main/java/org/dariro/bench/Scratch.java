package org.dariro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is gone when the bench is. */
public final class Scratch implements AutoCloseable {
    private final Path directory;

    /** Makes one. */
    public Scratch() throws IOException {
        directory = Files.createTempDirectory("dariro-bench");
    }

    /** Where it is. */
    public Path path() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
