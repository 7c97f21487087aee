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
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of corrections. */
@Component
public class CorrectionDao {
    private static final String NOT_TAKEN_BACK = " and p.state = 'FAILED' and not exists"
            + " (select 1 from corrections b where b.parcel_id = p.id and b.reason = 'UNSENT')";

    private static final Write UNSENT = new Write(55, takeBack("p.id = ?" + NOT_TAKEN_BACK));

    /** Comes after the update that takes parcels back, and before those of its transaction are written. */
    private static final Write STOPPED =
            new Write(50, takeBack("p.member_id = ? and p.code = 'stopped'" + NOT_TAKEN_BACK));

    private static final Write SENT_AGAIN = new Write(
            55,
            "insert into corrections (parcel_id, reason, amount, currency, at)"
                    + " select p.id, 'SENT_AGAIN', p.segments * r.price, r.currency, cast(? as timestamp with time zone)"
                    + " from parcels p join prices r on r.id = coalesce((select c.price_id from corrections c"
                    + " where c.parcel_id = p.id and c.reason = 'MOVED' order by c.id desc limit 1), p.price_id) where p.id = ?");

    private static final Write MOVED = new Write(
            55,
            "insert into corrections (parcel_id, reason, amount, currency, price_id, from_line, at, paid)"
                    + " values (?, 'MOVED', ?, ?, ?, ?, ?, ?)");

    private static String expected(String which) {
        return "select p.id as parcel_id, p.segments * r.price as amount, r.currency as currency"
                + " from parcels p left join prices r on r.id = p.price_id where " + which
                + " union all select c.parcel_id, c.amount, c.currency from parcels p"
                + " join corrections c on c.parcel_id = p.id where " + which;
    }

    private static String takeBack(String which) {
        return "insert into corrections (parcel_id, reason, amount, currency, at) select e.parcel_id, 'UNSENT',"
                + " coalesce(-sum(e.amount), 0), e.currency, cast(? as timestamp with time zone) from ("
                + expected(which) + ") e group by e.parcel_id, e.currency";
    }

    void unsent(Transaction tx, long parcel, Instant now) {
        tx.write(UNSENT, now, parcel, parcel);
    }

    void stopped(Transaction tx, long member, Instant now) {
        tx.write(STOPPED, now, member, member);
    }

    void sentAgain(Transaction tx, long parcel, Instant now) {
        tx.write(SENT_AGAIN, now, parcel);
    }

    void moved(
            Transaction tx,
            Corrections.Move move,
            BigDecimal amount,
            @Nullable String currency,
            Optional<Long> price,
            Instant now) {
        tx.write(
                MOVED,
                move.parcel(),
                amount,
                currency,
                price.isPresent() ? price.get() : null,
                move.from(),
                now,
                move.paid());
    }

    /** What parcels are expected to cost by now, in each currency. */
    Map<Long, Map<String, BigDecimal>> expected(Transaction tx, Collection<Long> parcels) {
        Map<Long, Map<String, BigDecimal>> expected = new HashMap<>();
        Long[] asked = parcels.toArray(Long[]::new);
        tx.query("select e.parcel_id, e.currency, sum(e.amount) as amount from (" + expected("p.id = any(?)")
                        + ") e where e.currency is not null group by e.parcel_id, e.currency")
                .bind(0, asked)
                .bind(1, asked)
                .map((row, context) -> expected.computeIfAbsent(row.getLong("parcel_id"), id -> new HashMap<>())
                        .put(row.getString("currency"), row.getBigDecimal("amount")))
                .list();
        return expected;
    }

    /** The corrections of parcels, in order. */
    List<Correction> of(Transaction tx, Collection<Long> parcels) {
        return tx.query(
                        "select c.* from unnest(?) asked(id) join corrections c on c.parcel_id = asked.id order by c.id")
                .bind(0, parcels.toArray(Long[]::new))
                .map((row, context) -> correction(row))
                .list();
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getLong("id"),
                row.getLong("parcel_id"),
                Correction.Reason.valueOf(row.getString("reason")),
                row.getBigDecimal("amount"),
                Optional.ofNullable(row.getString("currency")),
                optional(row, "price_id"),
                optional(row, "from_line"),
                row.getTimestamp("at").toInstant());
    }

    static Optional<Long> optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
