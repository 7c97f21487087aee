package org.dariro.bench.replay;

import java.util.List;
import org.dariro.platform.Database;

/** What the service wrote down about a parcel. */
record ParcelRecord(long id, String kind, long firstSeq, long lastSeq) {

    /** All parcels of a database. */
    static List<ParcelRecord> all(Database database) {
        return database.inTransaction(tx -> tx.query("select id, kind, first_seq, last_seq from parcels")
                .map((row, context) -> new ParcelRecord(
                        row.getLong("id"), row.getString("kind"), row.getLong("first_seq"), row.getLong("last_seq")))
                .list());
    }
}
