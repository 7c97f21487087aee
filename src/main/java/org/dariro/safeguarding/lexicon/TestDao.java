package org.dariro.safeguarding.lexicon;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/** The table of stored tests. */
@Component
public class TestDao {
    private static final String PLACE = "lexicon-test";
    private static final String SELECT = "select t.id, t.language, t.country, t.sealed, t.member_id, t.category,"
            + " t.severity, t.origin, t.alert_id, t.made_by, t.made_at, m.data_key"
            + " from lexicon_tests t left join members m on m.id = t.member_id ";
    private final Vault vault;

    @Inject
    public TestDao(Vault vault) {
        this.vault = vault;
    }

    /** @param key the writer's, or the service's when {@code member} is empty */
    void insert(Transaction tx, StoredTest test, Optional<Long> member, DataKey key) {
        tx.update(
                "insert into lexicon_tests (id, language, country, sealed, member_id, category, severity, origin, alert_id,"
                        + " made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                test.id(),
                test.language(),
                test.country(),
                key.seal(test.text().orElseThrow(), PLACE),
                member.orElse(null),
                test.expected().map(risk -> risk.category().label()).orElse(null),
                test.expected().map(risk -> label(risk.least())).orElse(null),
                test.origin().label(),
                test.alert().orElse(null),
                test.by(),
                test.at());
    }

    private static String label(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Those that count, the oldest first. */
    List<StoredTest> all(Transaction tx) {
        return tx.query(SELECT + "where t.ended_at is null order by t.made_at, t.id")
                .map((row, context) -> test(row))
                .list();
    }

    Optional<StoredTest> find(Transaction tx, long id) {
        return tx.query(SELECT + "where t.ended_at is null and t.id = ?")
                .bind(0, id)
                .map((row, context) -> test(row))
                .findOne();
    }

    /** Those that came of an alert. */
    List<StoredTest> of(Transaction tx, long alert) {
        return tx.query(SELECT + "where t.ended_at is null and t.alert_id = ? order by t.id")
                .bind(0, alert)
                .map((row, context) -> test(row))
                .list();
    }

    boolean end(Transaction tx, long id, String by, Instant at) {
        return tx.update(
                        "update lexicon_tests set ended_by = ?, ended_at = ? where id = ? and ended_at is null",
                        by,
                        at,
                        id)
                == 1;
    }

    private StoredTest test(ResultSet row) throws SQLException {
        long alert = row.getLong("alert_id");
        Optional<Long> of = row.wasNull() ? Optional.empty() : Optional.of(alert);
        String category = row.getString("category");
        return new StoredTest(
                row.getLong("id"),
                row.getString("language"),
                row.getString("country"),
                key(row).map(key -> open(key, row)),
                category == null
                        ? Optional.empty()
                        : Optional.of(new StoredTest.Risk(
                                Category.labelled(category).orElseThrow(),
                                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)))),
                StoredTest.Origin.valueOf(
                        row.getString("origin").toUpperCase(Locale.ROOT).replace('-', '_')),
                of,
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    private static String open(DataKey key, ResultSet row) {
        try {
            return key.open(row.getBytes("sealed"), PLACE);
        } catch (SQLException e) {
            throw new IllegalStateException("A stored test cannot be read", e);
        }
    }

    private Optional<DataKey> key(ResultSet row) throws SQLException {
        row.getLong("member_id");
        if (row.wasNull()) {
            return Optional.of(vault.serviceKey());
        }
        return Optional.ofNullable(row.getBytes("data_key")).map(vault::unwrap);
    }
}
