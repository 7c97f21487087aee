package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;
import org.dariro.safeguarding.screening.Severity;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The table of alerts. What an alert quotes is sealed with the key of the person it is about, or the service's when that
 * person has no phone.
 */
@Component
public class AlertDao {
    private static final String PLACE = "alert";
    private static final Write INSERT = new Write(
            71,
            "insert into alerts (id, group_id, membership_id, member_id, source, source_id, category, severity, sealed,"
                    + " why_sealed, state, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)");
    private static final String RANK =
            "case a.severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end";
    private static final String SELECT = "select a.id, a.group_id, a.membership_id, a.member_id, a.source, a.source_id,"
            + " a.category, a.severity, a.sealed, a.why_sealed, a.state, a.raised_at, a.claimed_by, a.claimed_staff, a.claimed_until,"
            + " a.follow_up_at, a.proposed_by, a.proposed_staff, a.proposed_at, a.closed_at, a.closed_by, a.outcome, m.data_key"
            + " from alerts a left join members m on m.id = a.member_id ";
    private final Vault vault;

    @Inject
    public AlertDao(Vault vault) {
        this.vault = vault;
    }

    void insert(Transaction tx, Alert alert, DataKey key) {
        tx.write(
                INSERT,
                alert.id(),
                alert.group().orElse(null),
                alert.membership().orElse(null),
                alert.member().orElse(null),
                alert.source(),
                alert.sourceId().orElse(null),
                alert.category(),
                alert.severity().name().toLowerCase(Locale.ROOT),
                key.seal(alert.text(), PLACE),
                alert.why().isEmpty() ? null : key.seal(WhyText.write(alert.why()), PLACE),
                alert.raisedAt());
    }

    /** Alerts, the gravest first and then the oldest. */
    List<Alert> list(Transaction tx, AlertQuery asked, Instant now) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECT).append(asked.where(values, now));
        Optional<Alert> after = asked.after() == 0 ? Optional.empty() : find(tx, asked.after());
        after.ifPresent(last -> {
            sql.append(" and (").append(RANK).append(", a.raised_at, a.id) > (?, ?, ?)");
            values.add(rank(last.severity()));
            values.add(last.raisedAt());
            values.add(last.id());
        });
        sql.append(" order by ").append(RANK).append(", a.raised_at, a.id limit ?");
        values.add(asked.most());
        Query query = tx.query(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            query.bind(i, values.get(i));
        }
        return query.map((row, context) -> alert(row)).list();
    }

    /** How many alerts there are, whatever is to be listed of them. */
    long count(Transaction tx, AlertQuery asked, Instant now) {
        List<Object> values = new ArrayList<>();
        Query query = tx.query("select count(*) from alerts a " + asked.where(values, now));
        for (int i = 0; i < values.size(); i++) {
            query.bind(i, values.get(i));
        }
        return query.mapTo(long.class).one();
    }

    /** The alerts about some posts that are not closed, the gravest first. */
    List<Alert> openOfPosts(Transaction tx, Collection<Long> posts) {
        return posts.isEmpty()
                ? List.of()
                : tx.query(SELECT + "where a.source_id = any(?) and a.source in ('post', 'report', 'missed')"
                                + " and a.state <> 'CLOSED' order by " + RANK + ", a.raised_at, a.id")
                        .bind(0, posts.toArray(Long[]::new))
                        .map((row, context) -> alert(row))
                        .list();
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0;
            case HIGH -> 1;
            case MEDIUM -> 2;
            case LOW -> 3;
        };
    }

    Optional<Alert> find(Transaction tx, long id) {
        return tx.query(SELECT + "where a.id = ?")
                .bind(0, id)
                .map((row, context) -> alert(row))
                .findOne();
    }

    /** The alerts about a post, the oldest first. */
    List<Alert> aboutPost(Transaction tx, long post) {
        return tx.query(SELECT + "where a.source_id = ? and a.source in ('post', 'report', 'missed') order by a.id")
                .bind(0, post)
                .map((row, context) -> alert(row))
                .list();
    }

    /** The alerts on a person that are not closed, the oldest first. */
    List<Alert> open(Transaction tx, long member) {
        return tx.query(SELECT + "where a.member_id = ? and a.state <> 'CLOSED' order by a.raised_at, a.id")
                .bind(0, member)
                .map((row, context) -> alert(row))
                .list();
    }

    /** The alerts on a place, the latest first. */
    List<Alert> ofPlace(Transaction tx, long place) {
        return tx.query(SELECT + "where a.membership_id = ? order by a.raised_at desc, a.id desc limit 100")
                .bind(0, place)
                .map((row, context) -> alert(row))
                .list();
    }

    /** The other alerts on the same person in the same group that are not closed, the oldest first. */
    List<Alert> others(Transaction tx, Alert alert) {
        if (alert.member().isEmpty()) {
            return List.of();
        }
        return open(tx, alert.member().get()).stream()
                .filter(other -> other.id() != alert.id() && other.group().equals(alert.group()))
                .toList();
    }

    /** Gives somebody the alert, unless another has it or this person closed it first; it is put off no more. Tells whether it did. */
    boolean claim(Transaction tx, long id, Actor by, Instant now, Instant until) {
        String same = by.same().isEmpty()
                ? "0" // nobody's
                : by.same().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return tx.update(
                        "update alerts set claimed_by = ?, claimed_staff = ?, claimed_until = ?, follow_up_at = null"
                                + " where id = ? and state <> 'CLOSED' and (claimed_by is null or claimed_until <= ?"
                                + " or claimed_staff in (" + same
                                + ") or (claimed_staff is null and lower(claimed_by) = lower(?)))"
                                + " and (proposed_by is null or (proposed_staff is not null and proposed_staff not in ("
                                + same + ")) or (proposed_staff is null and lower(proposed_by) <> lower(?)))",
                        by.name(),
                        by.staff().orElse(null),
                        until,
                        id,
                        now,
                        by.name(),
                        by.name())
                == 1;
    }

    /** Gives somebody the alert, whoever has it; it is put off no more. */
    void take(Transaction tx, long id, @Nullable Actor by, @Nullable Instant until) {
        tx.update(
                "update alerts set claimed_by = ?, claimed_staff = ?, claimed_until = ?, follow_up_at = null"
                        + " where id = ? and state <> 'CLOSED'",
                by == null ? null : by.name(),
                by == null ? null : by.staff().orElse(null),
                until,
                id);
    }

    void putOff(Transaction tx, long id, @Nullable Instant until) {
        tx.update("update alerts set follow_up_at = ? where id = ? and state <> 'CLOSED'", until, id);
    }

    /** The first of two people closes it. */
    boolean propose(Transaction tx, long id, Actor by, String outcome, Instant at) {
        return tx.update(
                        "update alerts set state = 'CLOSING', proposed_by = ?, proposed_staff = ?, proposed_at = ?,"
                                + " outcome = ?, claimed_by = null, claimed_staff = null, claimed_until = null, follow_up_at = null"
                                + " where id = ? and state = 'OPEN'",
                        by.name(),
                        by.staff().orElse(null),
                        at,
                        outcome,
                        id)
                == 1;
    }

    /** What one of the staff has, and has closed first, is another's. */
    void pass(Transaction tx, long from, long to) {
        tx.update("update alerts set claimed_staff = ? where claimed_staff = ?", to, from);
        tx.update("update alerts set proposed_staff = ? where proposed_staff = ?", to, from);
    }

    boolean close(Transaction tx, long id, Alert.State from, String by, String outcome, Instant at) {
        return tx.update(
                        "update alerts set state = 'CLOSED', closed_at = ?, closed_by = ?, outcome = ?,"
                                + " claimed_by = null, claimed_staff = null, claimed_until = null, follow_up_at = null,"
                                + " words_seen = null where id = ? and state = ?",
                        at,
                        by,
                        outcome,
                        id,
                        from)
                == 1;
    }

    /** Keeps up to which private words an alert was read when it was closed. */
    void read(Transaction tx, long id, long seen) {
        tx.update("update alerts set words_seen = ? where id = ?", seen, id);
    }

    boolean reopen(Transaction tx, long id) {
        return tx.update(
                        "update alerts set state = 'OPEN', closed_at = null, closed_by = null, outcome = null,"
                                + " proposed_by = null, proposed_staff = null, proposed_at = null where id = ? and state <> 'OPEN'",
                        id)
                == 1;
    }

    private Alert alert(ResultSet row) throws SQLException {
        Optional<DataKey> key = key(row);
        byte[] why = row.getBytes("why_sealed");
        byte[] sealed = row.getBytes("sealed");
        return new Alert(
                row.getLong("id"),
                id(row, "group_id"),
                id(row, "membership_id"),
                id(row, "member_id"),
                row.getString("source"),
                id(row, "source_id"),
                row.getString("category"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                key.map(known -> known.open(sealed, PLACE)).orElse("(erased)"),
                why == null
                        ? List.of()
                        : key.map(known -> WhyText.read(known.open(why, PLACE))).orElse(List.of()),
                Alert.State.valueOf(row.getString("state")),
                row.getTimestamp("raised_at").toInstant(),
                claim(row),
                time(row, "follow_up_at"),
                closing(row));
    }

    private Optional<DataKey> key(ResultSet row) throws SQLException {
        if (id(row, "member_id").isEmpty()) {
            return Optional.of(vault.serviceKey());
        }
        return Optional.ofNullable(row.getBytes("data_key")).map(vault::unwrap);
    }

    private static Optional<Alert.Claim> claim(ResultSet row) throws SQLException {
        String by = row.getString("claimed_by");
        Optional<Instant> until = time(row, "claimed_until");
        Optional<Long> staff = id(row, "claimed_staff");
        return by == null ? Optional.empty() : until.map(time -> new Alert.Claim(by, staff, time));
    }

    private static Optional<Alert.Closing> closing(ResultSet row) throws SQLException {
        String first = row.getString("proposed_by");
        String last = row.getString("closed_by");
        String outcome = row.getString("outcome");
        Optional<Instant> at = time(row, last == null ? "proposed_at" : "closed_at");
        String by = first == null ? last : first;
        if (by == null || outcome == null || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Alert.Closing(
                by, id(row, "proposed_staff"), at.get(), outcome, Optional.ofNullable(first == null ? null : last)));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }
}
