package org.dariro.spend;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads what the ledger needs to know of parcels. */
@Component
public class BookDao {
    private static final String SELECT =
            "select p.id, p.created_at, coalesce(p.group_id, 0) as group_id, m.id as place_id,"
                    + " p.line_id, p.kind, p.network, p.caused_by, p.segments, p.naive_segments, p.state, p.price_id, r.price, r.currency";

    private static final String JOINED = " left join prices r on r.id = p.price_id"
            + " left join memberships m on m.group_id = p.group_id and m.member_id = p.member_id ";

    /** Parcels by their ids, in no order; unknown ones are left out. */
    List<Written> byIds(Transaction tx, Collection<Long> ids) {
        return tx.query(SELECT + " from unnest(?) asked(id) join parcels p on p.id = asked.id" + JOINED)
                .bind(0, ids.toArray(Long[]::new))
                .map((row, context) -> written(row))
                .list();
    }

    /**
     * The next parcels of some time, in the order in which they were written.
     *
     * @param from the first instant; that of the last parcel had so far
     * @param after the last parcel had so far, of those of {@code from}; -1 at first
     */
    List<Written> page(Transaction tx, Instant from, long after, Instant to, @Nullable Long group, int most) {
        return tx.query(SELECT + " from parcels p" + JOINED
                        + "where p.created_at >= ? and p.created_at < ? and not (p.created_at = ? and p.id <= ?)"
                        + " and (coalesce(p.group_id, 0) = ? or cast(? as bigint) is null) order by p.created_at, p.id limit "
                        + most)
                .bind(0, from)
                .bind(1, to)
                .bind(2, from)
                .bind(3, after)
                .bind(4, group)
                .bind(5, group)
                .map((row, context) -> written(row))
                .list();
    }

    /** The latest texts of a sum on a day, before the last one had so far. */
    List<Written> latest(Transaction tx, SpendTexts.Wanted wanted, LocalDate day, Optional<Written> last, int most) {
        String item = wanted.item();
        String of = item == null ? "" : column(wanted.by(), item);
        var query = tx.query(SELECT + " from parcels p" + JOINED + "where p.created_at >= :from and p.created_at < :to"
                + (wanted.group() == null
                        ? ""
                        : wanted.group() == 0 ? " and p.group_id is null" : " and p.group_id = :group")
                + of
                + (last.isPresent() ? " and (p.created_at < :at or (p.created_at = :at and p.id < :last))" : "")
                + " order by p.created_at desc, p.id desc limit " + most);
        query.bind("from", day.atStartOfDay(ZoneOffset.UTC).toInstant());
        query.bind("to", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        if (wanted.group() != null && wanted.group() != 0) {
            query.bind("group", wanted.group());
        }
        if (of.contains(":item") && item != null) {
            boolean text = wanted.by() == Spending.By.NETWORK || wanted.by() == Spending.By.KIND;
            if (text) {
                query.bind("item", item);
            } else {
                query.bind("item", Long.parseLong(item));
            }
        }
        last.ifPresent(one -> query.bind("at", one.at()).bind("last", one.id()));
        return query.map((row, context) -> written(row)).list();
    }

    private static String column(Spending.By by, String item) {
        boolean none = item.isEmpty() || (by == Spending.By.GROUP && item.equals("0"));
        String column =
                switch (by) {
                    case GROUP -> "p.group_id";
                    case MEMBER -> "m.id";
                    case NETWORK -> "p.network";
                    case LINE -> "p.line_id";
                    case KIND -> "p.kind";
                    case CAUSE -> "p.caused_by";
                    case DAY -> "";
                };
        return column.isEmpty() ? "" : " and " + column + (none ? " is null" : " = :item");
    }

    private static Written written(ResultSet row) throws SQLException {
        int segments = row.getInt("segments");
        BigDecimal price = row.getBigDecimal("price");
        return new Written(
                row.getLong("id"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("group_id"),
                CorrectionDao.optional(row, "place_id"),
                row.getLong("line_id"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("network")),
                CorrectionDao.optional(row, "caused_by"),
                segments,
                row.getInt("naive_segments"),
                row.getString("state").equals("FAILED"),
                CorrectionDao.optional(row, "price_id"),
                price == null
                        ? Optional.empty()
                        : Optional.of(
                                new Money(price.multiply(BigDecimal.valueOf(segments)), row.getString("currency"))));
    }

    /** What a USSD session was charged; group 0 and no place when the session is not known any more. */
    record SessionCharge(long group, Optional<Long> place, Money amount) {}

    /** What was charged for USSD sessions in some time. */
    List<SessionCharge> sessions(Transaction tx, Instant from, Instant to, @Nullable Long group) {
        return tx.query(
                        "select coalesce(m.group_id, 0) as group_id, m.id as place_id, c.amount, c.currency from charges c"
                                + " left join memberships m on m.id = (select max(s.membership_id) from ussd_sessions s"
                                + " where s.account = c.account and s.session_id = c.ussd_session)"
                                + " where c.parcel_id is null and c.at >= ? and c.at < ?"
                                + " and (coalesce(m.group_id, 0) = ? or cast(? as bigint) is null)")
                .bind(0, from)
                .bind(1, to)
                .bind(2, group)
                .bind(3, group)
                .map((row, context) -> new SessionCharge(
                        row.getLong("group_id"),
                        CorrectionDao.optional(row, "place_id"),
                        new Money(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
    }
}
