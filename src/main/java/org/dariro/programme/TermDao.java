package org.dariro.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The table of how long groups are together. */
@Component
public class TermDao {
    private static final String SELECT =
            "select t.group_id, t.template, t.closing_days, t.closing_at, t.ends_at, t.farewell_at from group_terms t ";

    void save(Transaction tx, Term term) {
        tx.update("delete from group_terms where group_id = ?", term.group());
        tx.update(
                "insert into group_terms (group_id, template, closing_days, closing_at, ends_at, farewell_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                term.group(),
                term.template(),
                term.closingDays(),
                orNull(term.closingAt()),
                orNull(term.endsAt()),
                orNull(term.farewellAt()));
    }

    private static @Nullable Instant orNull(Optional<Instant> time) {
        return time.isPresent() ? time.get() : null;
    }

    List<Term> of(Transaction tx, Collection<Long> groups) {
        return tx.query(SELECT + "where t.group_id = any(?)")
                .bind(0, groups.toArray(Long[]::new))
                .map((row, context) -> term(row))
                .list();
    }

    /** A group's term, locked, so that one node takes its leave. */
    Optional<Term> lock(Transaction tx, long group) {
        return tx.query(SELECT + "where t.group_id = ? for update")
                .bind(0, group)
                .map((row, context) -> term(row))
                .findOne();
    }

    /** The groups that are open and whose last message or end is due, in the order of their ids. */
    List<Long> due(Transaction tx, Instant now) {
        return tx.query("select t.group_id from group_terms t join groups g on g.id = t.group_id"
                        + " where g.closed_at is null and t.closing_at <= ?"
                        + " and (t.farewell_at is null or t.ends_at <= ?) order by t.group_id")
                .bind(0, now)
                .bind(1, now)
                .mapTo(Long.class)
                .list();
    }

    /** When the next last message or end is due. */
    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(case when t.farewell_at is null then t.closing_at else t.ends_at end) as at"
                        + " from group_terms t join groups g on g.id = t.group_id where g.closed_at is null")
                .map((row, context) -> time(row, "at"))
                .one();
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                row.getLong("group_id"),
                row.getString("template"),
                row.getInt("closing_days"),
                time(row, "closing_at"),
                time(row, "ends_at"),
                time(row, "farewell_at"));
    }
}
