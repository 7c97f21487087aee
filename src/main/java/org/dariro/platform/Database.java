package org.dariro.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * The one database, H2 or PostgreSQL. All SQL of the service runs on both; what differs stands in {@link Dialect}.
 *
 * <p>Settings: {@code DARIRO_DB_URL} (JDBC; by default H2 in {@code DARIRO_HOME}), {@code DARIRO_DB_USER},
 * {@code DARIRO_DB_PASSWORD}, {@code DARIRO_DB_POOL} (connections, 2 to 64, 8 by default).
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final HikariDataSource idPool;
    private volatile boolean broken;

    /** Opens the pool and brings the tables up to date. */
    public Database(Settings settings) {
        String url = settings.text("DARIRO_DB_URL").orElseGet(() -> Dialect.h2File(settings.home()));
        dialect = Dialect.of(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(dialect.complete(url));
        config.setDriverClassName(dialect.driver()); // DriverManager does not see the WAR's libraries
        dialect.properties().forEach(config::addDataSourceProperty);
        config.setUsername(settings.text("DARIRO_DB_USER").orElse(dialect.defaultUser()));
        config.setPassword(settings.text("DARIRO_DB_PASSWORD").orElse(""));
        config.setMaximumPoolSize(settings.number("DARIRO_DB_POOL", 8, 2, 64));
        config.setPoolName("dariro");
        pool = new HikariDataSource(config);
        config.setMaximumPoolSize(1);
        config.setPoolName("dariro-ids");
        idPool = new HikariDataSource(config); // ids are taken in the middle of transactions that hold the others
        jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .loggers("slf4j")
                .outOfOrder(true) // numbers were given out before their work was done: a lower one may come later
                .load()
                .migrate();
        jdbi.useHandle(dialect::check);
    }

    /**
     * Runs {@code work} in a transaction, rolled back when it throws. When this returns the commit is on disk (fsync),
     * and the after-commit actions have run.
     */
    public <T> T inTransaction(Function<Transaction, T> work) {
        return run(work, true);
    }

    /** {@link #inTransaction} without a result. */
    public void useTransaction(Consumer<Transaction> work) {
        run(transaction -> done(work, transaction), true);
    }

    /**
     * Runs {@code work} in a transaction that may be lost in a power cut, though not when the process is killed: for what
     * can be found out again, such as a carrier's answer.
     */
    public void useLazyTransaction(Consumer<Transaction> work) {
        run(transaction -> done(work, transaction), false);
    }

    private static int done(Consumer<Transaction> work, Transaction transaction) {
        work.accept(transaction);
        return 0;
    }

    /** After a failed fsync nobody knows what is on the disk: nothing more is taken until a restart reads what is there. */
    private void sync(Handle handle) {
        try {
            dialect.sync(handle);
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    private <T> T run(Function<Transaction, T> work, boolean sync) {
        if (broken) {
            throw new IllegalStateException("The disk failed to keep a commit; restart the service");
        }
        try (Handle handle = jdbi.open()) {
            Transaction transaction = new Transaction(handle, dialect == Dialect.POSTGRESQL);
            T result;
            try {
                result = handle.inTransaction(h -> {
                    T value = work.apply(transaction);
                    transaction.flush();
                    return value;
                });
            } catch (RuntimeException e) {
                transaction.runAfterRollback();
                throw e;
            }
            if (sync && transaction.wrote()) {
                sync(handle);
            }
            transaction.runAfterCommit();
            return result;
        }
    }

    /** Whether the database answers a query. */
    public boolean answers() {
        try {
            return !broken
                    && jdbi.withHandle(handle ->
                            handle.createQuery("select 1").mapTo(int.class).one() == 1);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether other nodes may work on this database. */
    public boolean isShared() {
        return dialect == Dialect.POSTGRESQL;
    }

    long nextval(String sequence) {
        return Jdbi.create(idPool).withHandle(handle -> handle.createQuery("select nextval('" + sequence + "')")
                .mapTo(long.class)
                .one());
    }

    @Override
    public void close() {
        idPool.close();
        pool.close();
    }
}
