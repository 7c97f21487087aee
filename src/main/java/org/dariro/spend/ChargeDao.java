package org.dariro.spend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** What parcels have been charged so far, in each currency. */
    Map<Long, Map<String, BigDecimal>> booked(Transaction tx, Collection<Long> parcels) {
        Map<Long, Map<String, BigDecimal>> booked = new HashMap<>();
        tx.query("select parcel_id, currency, sum(amount) as amount from charges where parcel_id = any(?)"
                        + " group by parcel_id, currency")
                .bind(0, parcels.toArray(Long[]::new))
                .map((row, context) -> booked.computeIfAbsent(row.getLong("parcel_id"), id -> new HashMap<>())
                        .put(row.getString("currency"), row.getBigDecimal("amount")))
                .list();
        return booked;
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
