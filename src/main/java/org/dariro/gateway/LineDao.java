package org.dariro.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of lines. */
@Component
public class LineDao {
    private static final Write INSERT = new Write(
            5,
            "insert into lines (id, account, address, service_code, reaches, most_segments, respelling, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write CHANGE =
            new Write(6, "update lines set reaches = ?, most_segments = ?, respelling = ? where id = ?");

    void insert(Transaction tx, Line line, Instant at) {
        tx.write(
                INSERT,
                line.id(),
                line.account(),
                line.address(),
                line.serviceCode().isEmpty() ? null : line.serviceCode(),
                orNull(line.reach()),
                line.mostSegments().orElse(null),
                line.respelling().map(Respelling::written).orElse(null),
                at);
    }

    void change(Transaction tx, Line line) {
        tx.write(
                CHANGE,
                orNull(line.reach()),
                line.mostSegments().orElse(null),
                line.respelling().map(Respelling::written).orElse(null),
                line.id());
    }

    private static @Nullable String orNull(Reach reach) {
        return reach.isEverywhere() ? null : reach.written();
    }

    List<Line> all(Transaction tx) {
        return tx.query(
                        "select id, account, address, service_code, reaches, most_segments, respelling from lines order by id")
                .map((row, context) -> new Line(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("address"),
                        row.getString("service_code") == null ? "" : row.getString("service_code"),
                        row.getString("reaches") == null ? Reach.EVERYWHERE : Reach.read(row.getString("reaches")),
                        Optional.ofNullable(row.getObject("most_segments", Integer.class)),
                        Optional.ofNullable(row.getString("respelling")).flatMap(Respelling::named)))
                .list();
    }
}
