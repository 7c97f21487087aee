package org.dariro.gateway;

import java.time.Instant;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of lines. */
@Component
public class LineDao {
    private static final Write INSERT =
            new Write(5, "insert into lines (id, account, address, service_code, created_at) values (?, ?, ?, ?, ?)");

    void insert(Transaction tx, Line line, Instant at) {
        tx.write(
                INSERT,
                line.id(),
                line.account(),
                line.address(),
                line.serviceCode().isEmpty() ? null : line.serviceCode(),
                at);
    }

    List<Line> all(Transaction tx) {
        return tx.query("select id, account, address, service_code from lines order by id")
                .map((row, context) -> new Line(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("address"),
                        row.getString("service_code") == null ? "" : row.getString("service_code")))
                .list();
    }
}
