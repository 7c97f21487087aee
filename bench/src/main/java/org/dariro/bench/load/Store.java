package org.dariro.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of a service that a bench starts: H2 in its data directory, or a PostgreSQL of its own that fsyncs. */
public final class Store implements AutoCloseable {
    private final @Nullable EmbeddedPostgres postgres;

    private Store(@Nullable EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Opens one.
     *
     * @param kind {@code h2} or {@code postgres}
     */
    public static Store open(String kind, Path home) throws IOException, SQLException {
        if (kind.equals("h2")) {
            return new Store(null);
        } else if (!kind.equals("postgres")) {
            throw new IllegalArgumentException("The database is h2 or postgres.");
        }
        // its own default is without fsync, for quick tests
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(home.resolve("postgres")))
                .setCleanDataDirectory(false) // whoever gave the home takes it away, or keeps it
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        Store store = new Store(postgres);
        store.require("fsync");
        store.require("synchronous_commit");
        return store;
    }

    private void require(String setting) throws SQLException {
        if (!query("show " + setting).equals("on")) {
            throw new IllegalStateException("This PostgreSQL runs with " + setting + " off");
        }
    }

    /** The settings by which the service finds it. */
    public Map<String, String> settings() {
        return postgres == null
                ? Map.of()
                : Map.of(
                        "DARIRO_DB_URL",
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                        "DARIRO_DB_USER",
                        "postgres",
                        "DARIRO_DB_PASSWORD",
                        "postgres");
    }

    /** How often it has brought its log to the disk so far; empty for H2, which does not tell. */
    Optional<Long> syncs() throws SQLException {
        return postgres == null
                ? Optional.empty()
                : Optional.of(Long.parseLong(query("select wal_sync from pg_stat_wal")));
    }

    /** CPU seconds of its processes so far; 0 for H2, which is part of the service. */
    double cpuSeconds() throws SQLException {
        // a backend's parent is the postmaster, which wrote its process id down
        return postgres == null
                ? 0
                : ProcessFigures.childrenCpuSeconds(
                        Long.parseLong(query("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)")
                                .strip()));
    }

    private String query(String sql) throws SQLException {
        EmbeddedPostgres open = postgres;
        if (open == null) {
            return "";
        }
        try (Connection connection = open.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
