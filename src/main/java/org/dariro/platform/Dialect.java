package org.dariro.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Everything in which H2 and PostgreSQL differ here. */
enum Dialect {
    POSTGRESQL("org.postgresql.Driver", "dariro") {
        @Override
        Map<String, String> properties() {
            return Map.of(
                    "reWriteBatchedInserts", "true",
                    "logServerErrorDetail", "false", // the detail repeats the values of a row
                    "ApplicationName", "dariro");
        }

        @Override
        void check(Handle handle) {
            String off = handle.createQuery("select string_agg(name, ' and ') from pg_settings"
                            + " where name in ('fsync', 'synchronous_commit') and setting = 'off'")
                    .mapTo(String.class)
                    .findOne()
                    .orElse("");
            if (off != null && !off.isEmpty()) {
                throw new IllegalStateException(
                        "PostgreSQL runs with " + off + " off: a text could be lost after its 200. Turn it on.");
            }
        }

        @Override
        void sync(Handle handle) {
            // a commit is on disk when it returns
        }
    },

    /**
     * Embedded. {@code WRITE_DELAY=0} survives a killed process; a power cut is survived only by
     * {@code CHECKPOINT SYNC}, which is the fsync. Never lower RETENTION_TIME, never SHUTDOWN COMPACT.
     */
    H2_FILE("org.h2.Driver", "sa") {
        @Override
        void sync(Handle handle) {
            handle.execute("checkpoint sync");
        }
    },

    /** For tests: nothing is on a disk. */
    H2_MEMORY("org.h2.Driver", "sa") {
        @Override
        void sync(Handle handle) {
            // there is no disk
        }
    };

    /** H2 keeps 8 parsed statements a connection unless told otherwise, fewer than one text takes. */
    private static final List<String> H2_OPTIONS = List.of(
            "MODE=PostgreSQL",
            "DATABASE_TO_LOWER=TRUE",
            "DEFAULT_NULL_ORDERING=HIGH",
            "WRITE_DELAY=0",
            "LOCK_TIMEOUT=10000",
            "DB_CLOSE_ON_EXIT=FALSE"); // the service closes it, when all is written down

    private final String driver;
    private final String defaultUser;

    Dialect(String driver, String defaultUser) {
        this.driver = driver;
        this.defaultUser = defaultUser;
    }

    /**
     * The dialect of a JDBC address.
     *
     * @throws IllegalArgumentException when it is neither H2 nor PostgreSQL
     */
    static Dialect of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        } else if (url.startsWith("jdbc:h2:mem:")) {
            return H2_MEMORY;
        } else if (url.startsWith("jdbc:h2:")) {
            return H2_FILE;
        }
        throw new IllegalArgumentException("The setting DARIRO_DB_URL must begin with jdbc:postgresql: or jdbc:h2: .");
    }

    /** The address of the embedded database in {@code home}. */
    static String h2File(Path home) {
        return "jdbc:h2:file:" + home.resolve("dariro");
    }

    /** The address as the driver gets it: H2 needs its compatibility options, whoever wrote the address. */
    String complete(String url) {
        if (this == POSTGRESQL) {
            return url;
        }
        StringBuilder complete = new StringBuilder(url);
        for (String option : H2_OPTIONS) {
            if (!url.contains(";" + option.substring(0, option.indexOf('=') + 1))) {
                complete.append(';').append(option);
            }
        }
        return complete.toString();
    }

    String driver() {
        return driver;
    }

    String defaultUser() {
        return defaultUser;
    }

    Map<String, String> properties() {
        return Map.of();
    }

    /** Stops the start when this database cannot keep the promises made on it. */
    void check(Handle handle) {
        String version =
                handle.createQuery("select h2version()").mapTo(String.class).one();
        if (!version.startsWith("2.4.")) {
            throw new IllegalStateException("H2 " + version + " was loaded instead of the 2.4 that Dariro ships.");
        }
    }

    /** Brings what is committed to the disk. */
    abstract void sync(Handle handle);
}
