package org.dariro.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The table of endpoints. */
@Component
public class WebhookDao {
    private static final String SELECT = "select id, url, events, created_at, old_until, failing_since, disabled_why,"
            + " disabled_at from webhooks ";

    void insert(Transaction tx, long id, String url, Set<Event.Type> events, byte[] secret, Instant at) {
        tx.update(
                "insert into webhooks (id, url, events, secret_sealed, created_at) values (?, ?, ?, ?, ?)",
                id,
                url,
                labels(events),
                secret,
                at);
    }

    private static String labels(Set<Event.Type> events) {
        return events.stream().sorted().map(Event.Type::label).collect(Collectors.joining(","));
    }

    /** Those that were not removed, the oldest first. */
    List<Endpoint> all(Transaction tx) {
        return tx.queryUnchanged(SELECT + "where removed_at is null order by id")
                .map((row, context) -> endpoint(row))
                .list();
    }

    Optional<Endpoint> find(Transaction tx, long id) {
        return tx.query(SELECT + "where id = ? and removed_at is null")
                .bind(0, id)
                .map((row, context) -> endpoint(row))
                .findOne();
    }

    boolean change(Transaction tx, long id, String url, Set<Event.Type> events) {
        return tx.update(
                        "update webhooks set url = ?, events = ? where id = ? and removed_at is null",
                        url,
                        labels(events),
                        id)
                == 1;
    }

    /** The sealed secrets that sign at a time, the newest first. */
    List<byte[]> secrets(Transaction tx, long id, Instant at) {
        return tx.query("select secret_sealed, old_secret_sealed, old_until from webhooks where id = ?")
                .bind(0, id)
                .map((row, context) -> {
                    List<byte[]> secrets = new ArrayList<>(List.of(row.getBytes("secret_sealed")));
                    byte[] old = row.getBytes("old_secret_sealed");
                    Timestamp until = row.getTimestamp("old_until");
                    if (old != null && until != null && until.toInstant().isAfter(at)) {
                        secrets.add(old);
                    }
                    return secrets;
                })
                .one();
    }

    void rotate(Transaction tx, long id, byte[] secret, Instant oldUntil) {
        tx.update(
                "update webhooks set old_secret_sealed = secret_sealed, old_until = ?, secret_sealed = ? where id = ?",
                oldUntil,
                secret,
                id);
    }

    void failing(Transaction tx, long id, @Nullable Instant since) {
        tx.update(
                since == null
                        ? "update webhooks set failing_since = null where id = ?"
                        : "update webhooks set failing_since = coalesce(failing_since, cast(? as timestamp with time zone)) where id = ?",
                since == null ? new @Nullable Object[] {id} : new @Nullable Object[] {since, id});
    }

    void disable(Transaction tx, long id, Endpoint.Why why, Instant at) {
        tx.update(
                "update webhooks set disabled_why = ?, disabled_at = ? where id = ? and disabled_why = ''",
                why.name(),
                at,
                id);
    }

    void enable(Transaction tx, long id) {
        tx.update("update webhooks set disabled_why = '', disabled_at = null, failing_since = null where id = ?", id);
    }

    boolean remove(Transaction tx, long id, Instant at) {
        return tx.update("update webhooks set removed_at = ? where id = ? and removed_at is null", at, id) == 1;
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        Set<Event.Type> events = EnumSet.noneOf(Event.Type.class);
        Arrays.stream(row.getString("events").split(","))
                .flatMap(label -> Event.Type.labelled(label).stream())
                .forEach(events::add);
        return new Endpoint(
                row.getLong("id"),
                row.getString("url"),
                events,
                row.getTimestamp("created_at").toInstant(),
                time(row, "old_until"),
                time(row, "failing_since"),
                Optional.of(row.getString("disabled_why"))
                        .filter(why -> !why.isEmpty())
                        .map(Endpoint.Why::valueOf),
                time(row, "disabled_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
