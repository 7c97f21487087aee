package org.dariro.spend;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of charges. */
@Component
public class ChargeDao {
    private static final Write INSERT = new Write(
            56,
            "insert into charges (id, account, parcel_id, ussd_session, amount, currency, segments, source, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");

    /**
     * A charge that came with an answer, unless a receipt has told it before. The set form takes all columns but the last
     * one, which is the parcel again.
     */
    private static final Write INSERT_ANSWERED = new Write(
            56,
            "insert into charges (id, account, parcel_id, amount, currency, segments, source, at)"
                    + " select cast(? as bigint), cast(? as varchar(32)), cast(? as bigint), cast(? as numeric(18, 6)),"
                    + " cast(? as varchar(3)), cast(? as smallint), 'ANSWER', cast(? as timestamp with time zone)"
                    + " where not exists (select 1 from charges c where c.parcel_id = ? and c.source <> 'ANSWER')",
            "insert into charges (id, account, parcel_id, amount, currency, segments, source, at)"
                    + " select v.id, v.account, v.parcel_id, v.amount, v.currency, v.segments, 'ANSWER', v.at"
                    + " from unnest(?, ?, ?, ?, ?, ?, ?)"
                    + " as v(id, account, parcel_id, amount, currency, segments, at)"
                    + " where not exists (select 1 from charges c where c.parcel_id = v.parcel_id and c.source <> 'ANSWER')",
            List.of("bigint", "varchar", "bigint", "numeric", "varchar", "smallint", "timestamptz"));

    void insertAnswered(
            Transaction tx,
            long id,
            String account,
            long parcel,
            Money amount,
            @Nullable Integer segments,
            Instant at) {
        tx.write(INSERT_ANSWERED, id, account, parcel, amount.amount(), amount.currency(), segments, at, parcel);
    }

    void insert(
            Transaction tx,
            long id,
            String account,
            @Nullable Long parcel,
            @Nullable String session,
            Money amount,
            @Nullable Integer segments,
            ChargeSource source,
            Instant at) {
        tx.write(INSERT, id, account, parcel, session, amount.amount(), amount.currency(), segments, source, at);
    }

    /** Locks parcels, in the order of their ids, so that nobody else enters what they are charged meanwhile. */
    void lock(Transaction tx, Collection<Long> parcels) {
        tx.query("select id from parcels where id = any(?) order by id for update")
                .bind(0, parcels.toArray(Long[]::new))
                .mapTo(Long.class)
                .list();
    }

    /** What parcels have been charged so far, in each currency. */
    Map<Long, Map<String, BigDecimal>> booked(Transaction tx, Collection<Long> parcels) {
        Map<Long, Map<String, BigDecimal>> booked = new HashMap<>();
        tx.query("select c.parcel_id, c.currency, sum(c.amount) as amount from unnest(?) asked(id)"
                        + " join charges c on c.parcel_id = asked.id group by c.parcel_id, c.currency")
                .bind(0, parcels.toArray(Long[]::new))
                .map((row, context) -> booked.computeIfAbsent(row.getLong("parcel_id"), id -> new HashMap<>())
                        .put(row.getString("currency"), row.getBigDecimal("amount")))
                .list();
        return booked;
    }

    /** The charges of parcels, as they were entered. */
    List<Charged> of(Transaction tx, Collection<Long> parcels) {
        return tx.query("select c.* from unnest(?) asked(id) join charges c on c.parcel_id = asked.id")
                .bind(0, parcels.toArray(Long[]::new))
                .map((row, context) -> charged(row))
                .list();
    }

    private static Charged charged(ResultSet row) throws SQLException {
        int segments = row.getInt("segments");
        Optional<Integer> billed = row.wasNull() ? Optional.empty() : Optional.of(segments);
        return new Charged(
                row.getLong("id"),
                row.getString("account"),
                row.getLong("parcel_id"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                billed,
                ChargeSource.valueOf(row.getString("source")),
                row.getTimestamp("at").toInstant());
    }

    /** The sum of a USSD session's charges in a currency. */
    BigDecimal booked(Transaction tx, String account, String session, String currency) {
        return tx.query("select coalesce(sum(amount), 0) from charges where account = ? and ussd_session = ?"
                        + " and currency = ?")
                .bind(0, account)
                .bind(1, session)
                .bind(2, currency)
                .mapTo(BigDecimal.class)
                .one();
    }
}
