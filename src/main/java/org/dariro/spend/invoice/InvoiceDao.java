package org.dariro.spend.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The tables of invoices. */
@Component
public class InvoiceDao {
    private static final Write INSERT =
            new Write(57, "insert into invoices (id, account, number, form, imported_at) values (?, ?, ?, ?, ?)");
    private static final Write INSERT_ROW = new Write(
            58,
            "insert into invoice_rows (invoice_id, row_number, carrier_id, on_day, amount, currency, segments, prefix,"
                    + " parcel_id) values (?, ?, ?, cast(? as date), ?, ?, ?, ?, ?)");

    void insert(Transaction tx, Invoice invoice, List<InvoiceRow> rows) {
        tx.write(INSERT, invoice.id(), invoice.account(), invoice.number(), invoice.form(), invoice.importedAt());
        for (InvoiceRow row : rows) {
            tx.write(
                    INSERT_ROW,
                    invoice.id(),
                    row.number(),
                    row.carrierId(),
                    row.day().isPresent() ? row.day().get().toString() : null,
                    row.amount().amount(),
                    row.amount().currency(),
                    row.segments().isPresent() ? row.segments().get() : null,
                    row.prefix().isPresent() ? row.prefix().get() : null,
                    row.parcel().isPresent() ? row.parcel().get() : null);
        }
    }

    /** Marks it as confirmed; false when it was before. */
    boolean confirm(Transaction tx, long invoice, String by, Instant now) {
        return tx.update(
                        "update invoices set confirmed_at = ?, confirmed_by = ? where id = ? and confirmed_at is null",
                        now,
                        by,
                        invoice)
                == 1;
    }

    Optional<Invoice> find(Transaction tx, long id) {
        return tx.query("select * from invoices where id = ?")
                .bind(0, id)
                .map((row, context) -> invoice(row))
                .findOne();
    }

    Optional<Invoice> find(Transaction tx, String account, String number) {
        return tx.query("select * from invoices where account = ? and number = ?")
                .bind(0, account)
                .bind(1, number)
                .map((row, context) -> invoice(row))
                .findOne();
    }

    List<Invoice> page(Transaction tx, long after, int most) {
        return tx.query("select * from invoices where id > ? order by id limit " + most)
                .bind(0, after)
                .map((row, context) -> invoice(row))
                .list();
    }

    private static Invoice invoice(ResultSet row) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new Invoice(
                row.getLong("id"),
                row.getString("account"),
                row.getString("number"),
                row.getString("form"),
                row.getTimestamp("imported_at").toInstant(),
                confirmed == null ? Optional.empty() : Optional.of(confirmed.toInstant()),
                Optional.ofNullable(row.getString("confirmed_by")));
    }

    List<InvoiceRow> rows(Transaction tx, long invoice) {
        return tx.query("select * from invoice_rows where invoice_id = ? order by row_number")
                .bind(0, invoice)
                .map((row, context) -> row(row))
                .list();
    }

    private static InvoiceRow row(ResultSet row) throws SQLException {
        int segments = row.getInt("segments");
        Optional<Integer> billed = row.wasNull() ? Optional.empty() : Optional.of(segments);
        long parcel = row.getLong("parcel_id");
        return new InvoiceRow(
                row.getInt("row_number"),
                row.getString("carrier_id"),
                Optional.ofNullable(row.getObject("on_day", LocalDate.class)),
                new Money(row.getBigDecimal("amount").stripTrailingZeros(), row.getString("currency")),
                billed,
                Optional.ofNullable(row.getString("prefix")),
                parcel == 0 ? Optional.empty() : Optional.of(parcel));
    }

    /** The parcels that ids of an account mean, by the ids. */
    Map<String, Long> parcels(Transaction tx, String account, Collection<String> carrierIds) {
        Map<String, Long> parcels = new HashMap<>();
        tx.query("select c.carrier_id, c.parcel_id from unnest(?) asked(carrier_id)"
                        + " join carrier_ids c on c.carrier_id = asked.carrier_id and c.account = ?")
                .bind(0, carrierIds.toArray(String[]::new))
                .bind(1, account)
                .map((row, context) -> parcels.put(row.getString("carrier_id"), row.getLong("parcel_id")))
                .list();
        return parcels;
    }
}
