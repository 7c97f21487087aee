package org.dariro.delivery;

import java.time.Instant;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of parcels whose charge is to be asked for. */
@Component
public class ChargeRequestDao {
    private static final Write INSERT = new Write(
            57, "insert into charge_requests (parcel_id, asked, ask_at) values (?, 0, ?) on conflict do nothing");
    private static final Write AGAIN =
            new Write(57, "update charge_requests set asked = ?, ask_at = ? where parcel_id = ?");
    private static final Write DELETE = new Write(58, "delete from charge_requests where parcel_id = ?");

    /** A parcel to be asked about, and how often it was. */
    record Due(long parcel, int asked) {}

    void insert(Transaction tx, long parcel, Instant askAt) {
        tx.write(INSERT, parcel, askAt);
    }

    List<Due> due(Transaction tx, Instant now, int most) {
        return tx.query("select parcel_id, asked from charge_requests where ask_at <= ? order by ask_at limit " + most
                        + " for update skip locked")
                .bind(0, now)
                .map((row, context) -> new Due(row.getLong("parcel_id"), row.getInt("asked")))
                .list();
    }

    void again(Transaction tx, long parcel, int asked, Instant askAt) {
        tx.write(AGAIN, asked, askAt, parcel);
    }

    void delete(Transaction tx, long parcel) {
        tx.write(DELETE, parcel);
    }
}
