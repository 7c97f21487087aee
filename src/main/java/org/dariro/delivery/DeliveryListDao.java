package org.dariro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.Encoding;
import org.jdbi.v3.core.statement.Query;

/** Reads parcels with the place of their reader. */
@Component
public class DeliveryListDao {
    private static final String SELECT =
            "select p.id, p.group_id, s.id as membership, s.nickname, p.kind, p.state, p.code, t.encoding, t.segments,"
                    + " p.first_seq, p.last_seq, p.attempts, p.created_at, p.changed_at from parcels p"
                    + " join parcel_texts t on t.id = p.text_id"
                    + " left join memberships s on s.group_id = p.group_id and s.member_id = p.member_id"
                    + " where p.id > :after";

    List<Delivery> list(Transaction tx, Optional<Long> group, Optional<ParcelState> state, long after, int most) {
        Query query = tx.query(SELECT
                + (group.isPresent() ? " and p.group_id = :group" : "")
                + (state.isPresent() ? " and p.state = :state" : "")
                + " order by p.id limit :most");
        query.bind("after", after).bind("most", most);
        group.ifPresent(id -> query.bind("group", id));
        state.ifPresent(one -> query.bind("state", one.name()));
        return query.map((row, context) -> delivery(row)).list();
    }

    List<Delivery.Count> counts(Transaction tx, long group) {
        return tx.query("select p.kind, p.state, count(*) as parcels, sum(t.segments) as segments from parcels p"
                        + " join parcel_texts t on t.id = p.text_id where p.group_id = ?"
                        + " group by p.kind, p.state order by p.kind, p.state")
                .bind(0, group)
                .map((row, context) -> new Delivery.Count(
                        Kind.valueOf(row.getString("kind")),
                        ParcelState.valueOf(row.getString("state")),
                        row.getLong("parcels"),
                        row.getLong("segments")))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                number(row, "group_id"),
                number(row, "membership"),
                Optional.ofNullable(row.getString("nickname")),
                Kind.valueOf(row.getString("kind")),
                ParcelState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("code")),
                Encoding.valueOf(row.getString("encoding")),
                row.getInt("segments"),
                number(row, "first_seq"),
                number(row, "last_seq"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
