package org.dariro.gateway;

import java.time.Instant;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of lines. */
@Component
public class LineDao {
    private static final Write INSERT = new Write(
            5, "insert into lines (id, account, address, service_code, reaches, created_at) values (?, ?, ?, ?, ?, ?)");
    private static final Write SET_REACH = new Write(6, "update lines set reaches = ? where id = ?");

    void insert(Transaction tx, Line line, Instant at) {
        tx.write(
                INSERT,
                line.id(),
                line.account(),
                line.address(),
                line.serviceCode().isEmpty() ? null : line.serviceCode(),
                orNull(line.reach()),
                at);
    }

    void setReach(Transaction tx, long id, Reach reach) {
        tx.write(SET_REACH, orNull(reach), id);
    }

    private static @Nullable String orNull(Reach reach) {
        return reach.isEverywhere() ? null : reach.written();
    }

    List<Line> all(Transaction tx) {
        return tx.query("select id, account, address, service_code, reaches from lines order by id")
                .map((row, context) -> new Line(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("address"),
                        row.getString("service_code") == null ? "" : row.getString("service_code"),
                        row.getString("reaches") == null ? Reach.EVERYWHERE : Reach.read(row.getString("reaches"))))
                .list();
    }
}
