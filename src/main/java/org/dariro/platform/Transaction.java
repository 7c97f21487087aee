package org.dariro.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One unit of work: reads go to the database at once, writes are gathered and sent as one batch a statement, and what
 * must happen outside only if it lasts (waking a packer, handing parcels to a carrier) waits for the commit.
 *
 * <p>Life: opened by {@link Database}, used by one thread, committed with its writes flushed, then its after-commit
 * actions run; or rolled back with nothing left behind.
 */
public final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);
    /** From so many rows on, one statement for all of them is worth its arrays. */
    private static final int SET = 4;

    private final Handle handle;
    private final boolean sets;
    private final Map<Write, List<@Nullable Object[]>> writes = new TreeMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private final Map<Object, Object> locals = new HashMap<>();
    private boolean wrote;

    /** @param sets whether the database is quick with {@link Write#set} */
    Transaction(Handle handle, boolean sets) {
        this.handle = handle;
        this.sets = sets;
    }

    /** A query that sees all writes so far. */
    public Query query(String sql) {
        flush();
        return handle.createQuery(sql);
    }

    /**
     * A query for rows that this transaction has not written: it spares the round trips of a flush on the way of every
     * text.
     */
    public Query queryUnchanged(String sql) {
        return handle.createQuery(sql);
    }

    /**
     * Gathers a write.
     *
     * @param values numbers, strings, booleans, byte arrays, {@link Instant}s, enums (by name) or null
     */
    public void write(Write write, @Nullable Object... values) {
        writes.computeIfAbsent(write, w -> new ArrayList<>()).add(values);
        wrote = true;
    }

    /** Whether anything was written. */
    boolean wrote() {
        return wrote;
    }

    /** Runs an update at once, after the writes so far, and tells how many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        flush();
        wrote = true;
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("An update failed", e, null);
        }
    }

    /** Runs {@code action} once this transaction is committed; never when it is rolled back. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Runs {@code action} if this transaction is rolled back: what was taken outside for it is given back. */
    public void afterRollback(Runnable action) {
        afterRollback.add(action);
    }

    /** A value that lives as long as this transaction: the rows it has read, by id. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T local(Object key, Supplier<T> first) {
        return (T) locals.computeIfAbsent(key, k -> first.get());
    }

    /** Sends what was gathered. */
    void flush() {
        if (writes.isEmpty()) {
            return;
        }
        try {
            for (Map.Entry<Write, List<@Nullable Object[]>> entry : writes.entrySet()) {
                send(entry.getKey(), entry.getValue());
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("A batch of writes failed", e, null);
        }
        writes.clear();
    }

    private void send(Write write, List<@Nullable Object[]> rows) throws SQLException {
        if (sets && rows.size() >= SET && !write.set().isEmpty()) {
            sendSet(write, rows);
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(write.sql())) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void sendSet(Write write, List<@Nullable Object[]> rows) throws SQLException {
        Connection connection = handle.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(write.set())) {
            for (int column = 0; column < write.types().size(); column++) {
                @Nullable Object[] values = new Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = column(rows.get(row)[column]);
                }
                statement.setArray(
                        column + 1, connection.createArrayOf(write.types().get(column), values));
            }
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, column(row[i]));
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    void runAfterRollback() {
        afterRollback.forEach(Runnable::run);
    }

    /** What is committed stands; an action that fails must not keep the others from running. */
    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What follows a commit failed: {}", Faults.describe(e));
            }
        }
    }
}
