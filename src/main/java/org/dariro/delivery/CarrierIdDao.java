package org.dariro.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** Which parcel a carrier's id means, and the receipts that came before the id was known. */
@Component
public class CarrierIdDao {
    private static final Write INSERT = new Write(
            54, "insert into carrier_ids (account, carrier_id, parcel_id) values (?, ?, ?) on conflict do nothing");
    private static final Write INSERT_EARLY = new Write(
            54,
            "insert into early_receipts (id, account, carrier_id, state, code, amount, currency, segments, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write DELETE_EARLY = new Write(55, "delete from early_receipts where id = ?");

    private static final Write INSERT_PART = new Write(
            54,
            "insert into parcel_parts (parcel_id, carrier_id, delivered) values (?, ?, false) on conflict do nothing");
    private static final Write DELIVER_PART =
            new Write(56, "update parcel_parts set delivered = true where parcel_id = ? and carrier_id = ?");

    /** A carrier's id and the parcel it means. */
    record Known(String account, String carrierId, long parcel) {}

    /** A receipt for an id that was not known when it came. */
    record Early(
            long id,
            String account,
            long parcel,
            String carrierId,
            ParcelState state,
            @Nullable String code,
            Optional<Charge> charge) {}

    void insert(Transaction tx, String account, String carrierId, long parcel) {
        tx.write(INSERT, account, CarrierIds.kept(carrierId), parcel);
    }

    /** Keeps all ids of a parcel; where there are several, each is a part with a receipt of its own. */
    void insertAll(Transaction tx, String account, List<String> ids, long parcel) {
        ids.forEach(id -> insert(tx, account, id, parcel));
        if (ids.size() > 1) {
            ids.forEach(id -> tx.write(INSERT_PART, parcel, CarrierIds.kept(id)));
        }
    }

    /** A part of a parcel is delivered; of no consequence for parcels of one part. */
    void partDelivered(Transaction tx, long parcel, String carrierId) {
        tx.write(DELIVER_PART, parcel, CarrierIds.kept(carrierId));
    }

    /** Which of these parcels have several parts. */
    Set<Long> inParts(Transaction tx, Collection<Long> parcels) {
        return parcels(
                tx,
                "select distinct p.parcel_id from unnest(?) asked(parcel_id)"
                        + " join parcel_parts p on p.parcel_id = asked.parcel_id",
                parcels);
    }

    /** Which of these parcels have a part that is not delivered yet. */
    Set<Long> undelivered(Transaction tx, Collection<Long> parcels) {
        return parcels(
                tx,
                "select distinct p.parcel_id from unnest(?) asked(parcel_id)"
                        + " join parcel_parts p on p.parcel_id = asked.parcel_id where not p.delivered",
                parcels);
    }

    private static Set<Long> parcels(Transaction tx, String sql, Collection<Long> parcels) {
        return new HashSet<>(tx.query(sql)
                .bind(0, parcels.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** Joined, as H2 reads all ids of the account for {@code = any}. */
    List<Known> find(Transaction tx, String account, Collection<String> carrierIds) {
        return tx.query("select c.carrier_id, c.parcel_id from unnest(?) asked(carrier_id)"
                        + " join carrier_ids c on c.carrier_id = asked.carrier_id and c.account = ?")
                .bind(0, carrierIds.toArray(String[]::new))
                .bind(1, account)
                .map((row, context) -> new Known(account, row.getString("carrier_id"), row.getLong("parcel_id")))
                .list();
    }

    /** The carrier's ids of a parcel, in the order they came. */
    List<String> of(Transaction tx, long parcel) {
        return tx.query("select carrier_id from carrier_ids where parcel_id = ?")
                .bind(0, parcel)
                .mapTo(String.class)
                .list();
    }

    void insertEarly(
            Transaction tx,
            long id,
            String account,
            String carrierId,
            ParcelState state,
            @Nullable String code,
            Optional<Charge> charge,
            Instant at) {
        Charge told = charge.orElse(null);
        tx.write(
                INSERT_EARLY,
                id,
                account,
                CarrierIds.kept(carrierId),
                state,
                code,
                told == null ? null : told.amount().amount(),
                told == null ? null : told.amount().currency(),
                told == null || told.segments().isEmpty()
                        ? null
                        : told.segments().get(),
                at);
    }

    /** Early receipts whose id is known by now; those that another node has are left to it. */
    List<Early> ripe(Transaction tx) {
        return tx.query(
                        "select e.id, e.account, c.parcel_id, c.carrier_id, e.state, e.code, e.amount, e.currency, e.segments"
                                + " from early_receipts e join carrier_ids c"
                                + " on c.account = e.account and c.carrier_id = e.carrier_id order by e.id limit 500"
                                + " for update of e skip locked")
                .map((row, context) -> early(row))
                .list();
    }

    private static Early early(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        int segments = row.getInt("segments");
        Optional<Integer> billed = row.wasNull() ? Optional.empty() : Optional.of(segments);
        return new Early(
                row.getLong("id"),
                row.getString("account"),
                row.getLong("parcel_id"),
                row.getString("carrier_id"),
                ParcelState.valueOf(row.getString("state")),
                row.getString("code"),
                amount == null
                        ? Optional.empty()
                        : Optional.of(new Charge(new Money(amount, row.getString("currency")), billed)));
    }

    void deleteEarly(Transaction tx, long id) {
        tx.write(DELETE_EARLY, id);
    }

    /** Forgets early receipts that nothing came to. */
    void forget(Transaction tx, Instant before) {
        tx.update("delete from early_receipts where at < ?", before);
    }
}
