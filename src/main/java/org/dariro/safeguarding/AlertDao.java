package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;
import org.dariro.safeguarding.screening.Severity;

/** The tables of alerts and of crisis cards. What an alert quotes is sealed with the member's key. */
@Component
public class AlertDao {
    private static final String PLACE = "alert";
    private static final Write INSERT = new Write(
            71,
            "insert into alerts (id, group_id, membership_id, member_id, source, source_id, category, severity, sealed,"
                    + " state, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)");
    private static final Write INSERT_CARD =
            new Write(72, "insert into crisis_cards (member_id, sent_at) values (?, ?)");
    private static final Write UPDATE_CARD = new Write(72, "update crisis_cards set sent_at = ? where member_id = ?");
    private static final String SELECT = "select a.id, a.group_id, a.membership_id, a.member_id, a.source, a.source_id,"
            + " a.category, a.severity, a.sealed, a.state, a.raised_at, a.closed_at, a.closed_by, a.outcome, m.data_key"
            + " from alerts a join members m on m.id = a.member_id ";
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
                alert.member(),
                alert.source(),
                alert.sourceId().orElse(null),
                alert.category(),
                alert.severity().name().toLowerCase(Locale.ROOT),
                key.seal(alert.text(), PLACE),
                alert.raisedAt());
    }

    /** Alerts, the gravest first and then the oldest. */
    List<Alert> list(Transaction tx, boolean openOnly) {
        return tx
                .query(SELECT + (openOnly ? "where a.state = 'OPEN' " : "") + "order by a.raised_at, a.id")
                .map((row, context) -> alert(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Alert::severity))
                .toList();
    }

    Optional<Alert> find(Transaction tx, long id) {
        return tx.query(SELECT + "where a.id = ?")
                .bind(0, id)
                .map((row, context) -> alert(row))
                .findOne();
    }

    boolean close(Transaction tx, long id, String by, String outcome, Instant at) {
        return tx.update(
                        "update alerts set state = 'CLOSED', closed_at = ?, closed_by = ?, outcome = ? where id = ?"
                                + " and state = 'OPEN'",
                        at,
                        by,
                        outcome,
                        id)
                == 1;
    }

    Optional<Instant> cardSentAt(Transaction tx, long member) {
        return tx.query("select sent_at from crisis_cards where member_id = ?")
                .bind(0, member)
                .map((row, context) -> row.getTimestamp("sent_at").toInstant())
                .findOne();
    }

    void cardSent(Transaction tx, long member, boolean first, Instant at) {
        if (first) {
            tx.write(INSERT_CARD, member, at);
        } else {
            tx.write(UPDATE_CARD, at, member);
        }
    }

    private Alert alert(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("data_key");
        return new Alert(
                row.getLong("id"),
                id(row, "group_id"),
                id(row, "membership_id"),
                row.getLong("member_id"),
                row.getString("source"),
                id(row, "source_id"),
                row.getString("category"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                wrapped == null ? "(erased)" : vault.unwrap(wrapped).open(row.getBytes("sealed"), PLACE),
                row.getString("state").equals("OPEN"),
                row.getTimestamp("raised_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(row.getString("outcome")));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }
}
