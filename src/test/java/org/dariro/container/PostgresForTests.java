package org.dariro.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** A real PostgreSQL for the tests in the container, started before Arquillian reads its configuration. */
public class PostgresForTests implements LauncherSessionListener {
    /** The service insists on fsync, and a test cannot tell a disk from memory: where there is enough, the data lie there. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH = 2L << 30;
    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String home = System.getProperty("dariro.it.home");
        if (home == null) {
            return; // plain unit tests
        }
        try {
            delete(Path.of(home));
            delete(Path.of(home + ".log"));
            Files.createDirectories(Path.of(home)); // the server's log lies beside it
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on"); // the service refuses to run without them
            if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH) {
                builder.setDataDirectory(Files.createTempDirectory(MEMORY, "dariro-it-"));
            }
            postgres = builder.start();
            System.setProperty("dariro.it.db", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
