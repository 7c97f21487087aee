package org.dariro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is gone when the bench is, unless somebody named it. */
public final class Scratch implements AutoCloseable {
    private final Path directory;
    private final boolean kept;

    /** Makes one. */
    public Scratch() throws IOException {
        this(Files.createTempDirectory("dariro-bench"), false);
    }

    private Scratch(Path directory, boolean kept) {
        this.directory = directory;
        this.kept = kept;
    }

    /** A directory that stays, for another run; made when it is not there. */
    public static Scratch kept(Path directory) throws IOException {
        return new Scratch(Files.createDirectories(directory).toAbsolutePath(), true);
    }

    /** Where it is. */
    public Path path() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
