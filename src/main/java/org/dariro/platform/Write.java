package org.dariro.platform;

import java.util.List;

/**
 * An insert, update or delete that a {@link Transaction} gathers and sends in batches.
 *
 * @param order where it comes among the writes of one transaction: a row comes after the rows it refers to
 * @param sql with {@code ?} for its values
 * @param set the same for many rows in one statement, with an array for each value; empty where there is no such form.
 *     PostgreSQL takes it several times faster than a batch; H2 does not.
 * @param types the SQL types of the values, for {@code set}
 */
public record Write(int order, String sql, String set, List<String> types) implements Comparable<Write> {

    /** A write that is always sent row by row. */
    public Write(int order, String sql) {
        this(order, sql, "", List.of());
    }

    @Override
    public int compareTo(Write other) {
        return order != other.order ? Integer.compare(order, other.order) : sql.compareTo(other.sql);
    }
}
