package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;

/** The table of what was done about alerts; only added to. Notes are sealed like the alert. */
@Component
public class AlertActionDao {
    private static final String PLACE = "action";
    private static final Write INSERT = new Write(
            73,
            "insert into alert_actions (id, alert_id, at, actor, action, detail, note_sealed)"
                    + " values (?, ?, ?, ?, ?, ?, ?)");
    private final Vault vault;

    @Inject
    public AlertActionDao(Vault vault) {
        this.vault = vault;
    }

    void insert(Transaction tx, AlertAction action, DataKey key) {
        tx.write(
                INSERT,
                action.id(),
                action.alert(),
                action.at(),
                action.actor(),
                action.kind().label(),
                action.detail().orElse(null),
                action.note().map(note -> key.seal(note, PLACE)).orElse(null));
    }

    /** What was done about an alert, the oldest first. */
    List<AlertAction> of(Transaction tx, long alert) {
        return tx.query("select c.id, c.alert_id, c.at, c.actor, c.action, c.detail, c.note_sealed, a.member_id,"
                        + " m.data_key from alert_actions c join alerts a on a.id = c.alert_id"
                        + " left join members m on m.id = a.member_id where c.alert_id = ? order by c.at, c.id")
                .bind(0, alert)
                .map((row, context) -> action(row))
                .list();
    }

    private AlertAction action(ResultSet row) throws SQLException {
        return new AlertAction(
                row.getLong("id"),
                row.getLong("alert_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                AlertAction.Kind.valueOf(
                        row.getString("action").toUpperCase(Locale.ROOT).replace('-', '_')),
                Optional.ofNullable(row.getString("detail")),
                note(row));
    }

    private Optional<String> note(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("note_sealed");
        if (sealed == null) {
            return Optional.empty();
        }
        row.getLong("member_id");
        if (row.wasNull()) {
            return Optional.of(vault.serviceKey().open(sealed, PLACE));
        }
        byte[] wrapped = row.getBytes("data_key");
        return Optional.of(wrapped == null ? "(erased)" : vault.unwrap(wrapped).open(sealed, PLACE));
    }
}
