package org.dariro.spend;

import java.time.LocalDate;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of exchange rates. */
@Component
public class ExchangeRateDao {
    private static final Write INSERT = new Write(
            7,
            "insert into exchange_rates (id, from_currency, to_currency, rate, valid_from, source, imported_at)"
                    + " values (?, ?, ?, ?, cast(? as date), ?, ?)");

    void insert(Transaction tx, ExchangeRate rate) {
        tx.write(
                INSERT,
                rate.id(),
                rate.from(),
                rate.to(),
                rate.rate(),
                rate.validFrom().toString(),
                rate.source(),
                rate.importedAt());
    }

    /** All rates, the oldest import first. */
    List<ExchangeRate> all(Transaction tx) {
        return tx.query("select * from exchange_rates order by id")
                .map((row, context) -> new ExchangeRate(
                        row.getLong("id"),
                        row.getString("from_currency"),
                        row.getString("to_currency"),
                        row.getBigDecimal("rate").stripTrailingZeros(),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("source"),
                        row.getTimestamp("imported_at").toInstant()))
                .list();
    }
}
