package org.dariro.spend.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * What the ledger says that a group has spent, as budgets count it: the expectation of every parcel, its corrections, and the
 * charge in the place of both once the carrier has told it. Only parcels that were written since the budget begins count:
 * none that it did not pay for. Group 0 is all groups.
 */
@Component
public class MoneyDao {
    private static final String OF_GROUP = " <= cast(? as timestamp with time zone)"
            + " and p.created_at >= cast(? as timestamp with time zone) and (p.group_id = cast(? as bigint) or cast(? as bigint) = 0)";
    private static final String OWED = "case when p.kind in ('SAFETY', 'SYSTEM') then 1 else 0 end";
    /** By time, as the ledger has it: ids come in blocks for each node. */
    private static final String FIRST_CHARGE =
            " and not exists (select 1 from charges b where b.parcel_id = c.parcel_id"
                    + " and (b.at < c.at or (b.at = c.at and b.id < c.id)))";

    /** What is corrected after a charge has nothing left to correct. */
    private static final String UNCHARGED =
            " and not exists (select 1 from charges b where b.parcel_id = c.parcel_id and b.at < c.at)";

    /**
     * A sum.
     *
     * @param owed whether it was for safety or an answer, so that it is the reserve's
     */
    record Sum(boolean owed, String currency, BigDecimal amount) {}

    /** What the parcels that were written in a time are expected to cost. */
    List<Sum> expected(Transaction tx, long group, Instant begins, Instant after, Instant until) {
        return sums(
                tx,
                "r.currency, sum(p.segments * r.price)",
                "parcels p join prices r on r.id = p.price_id",
                "p.created_at",
                "",
                group,
                begins,
                after,
                until);
    }

    /** By how much expectations were corrected in a time where the group has paid for that as it was done. */
    List<Sum> paid(Transaction tx, long group, Instant begins, Instant after, Instant until) {
        return corrected(tx, " and c.paid", group, begins, after, until);
    }

    private static List<Sum> corrected(
            Transaction tx, String which, long group, Instant begins, Instant after, Instant until) {
        return sums(
                tx,
                "c.currency, sum(c.amount)",
                "corrections c join parcels p on p.id = c.parcel_id and c.currency is not null" + which,
                "c.at",
                UNCHARGED,
                group,
                begins,
                after,
                until);
    }

    /**
     * By how much expectations were corrected in a time, and charges that came in it differ from what was expected: all that
     * was not {@linkplain #paid paid} as it was done.
     */
    List<Sum> corrections(Transaction tx, long group, Instant begins, Instant after, Instant until) {
        List<Sum> sums = new ArrayList<>();
        sums.addAll(corrected(tx, " and not c.paid", group, begins, after, until));
        sums.addAll(sums(
                tx,
                "c.currency, sum(c.amount)",
                "charges c join parcels p on p.id = c.parcel_id",
                "c.at",
                "",
                group,
                begins,
                after,
                until));
        sums.addAll(sums(
                tx,
                "r.currency, -sum(p.segments * r.price)",
                "charges c join parcels p on p.id = c.parcel_id join prices r on r.id = p.price_id",
                "c.at",
                FIRST_CHARGE,
                group,
                begins,
                after,
                until));
        sums.addAll(sums(
                tx,
                "k.currency, -sum(k.amount)",
                "charges c join parcels p on p.id = c.parcel_id"
                        + " join corrections k on k.parcel_id = p.id and k.at <= c.at and k.currency is not null",
                "c.at",
                FIRST_CHARGE,
                group,
                begins,
                after,
                until));
        return sums;
    }

    private static List<Sum> sums(
            Transaction tx,
            String what,
            String from,
            String time,
            String where,
            long group,
            Instant begins,
            Instant after,
            Instant until) {
        String currency = what.substring(0, what.indexOf(','));
        return tx.query("select " + OWED + " as owed, " + what + " from " + from + " where " + time
                        + " > cast(? as timestamp with time zone) and " + time + OF_GROUP + where + " group by " + OWED
                        + ", " + currency)
                .bind(0, after)
                .bind(1, until)
                .bind(2, begins)
                .bind(3, group)
                .bind(4, group)
                .map((row, context) -> new Sum(row.getInt(1) == 1, row.getString(2), row.getBigDecimal(3)))
                .list();
    }
}
