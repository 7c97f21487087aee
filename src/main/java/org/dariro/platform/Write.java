package org.dariro.platform;

/**
 * An insert, update or delete that a {@link Transaction} gathers and sends in batches.
 *
 * @param order where it comes among the writes of one transaction: a row comes after the rows it refers to
 * @param sql with {@code ?} for its values
 */
public record Write(int order, String sql) implements Comparable<Write> {
    @Override
    public int compareTo(Write other) {
        return order != other.order ? Integer.compare(order, other.order) : sql.compareTo(other.sql);
    }
}
