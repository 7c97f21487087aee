package org.dariro.platform;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of the audit trail. */
@Component
public class AuditDao {
    private static final Write INSERT = new Write(
            95, "insert into audit (id, at, actor, action, subjects, details, mac) values (?, ?, ?, ?, ?, ?, ?)");
    private static final Write PLACE = new Write(96, "update audit set seq = ?, link = ? where id = ?");
    private static final Write HEAD = new Write(97, "update audit_head set seq = ?, link = ? where id = 1");
    private static final String SELECT = "select id, at, actor, action, subjects, details, mac, seq, link from audit ";

    @Inject
    public AuditDao() {}

    void insert(Transaction tx, AuditRow row) {
        tx.write(INSERT, row.id(), row.at(), row.actor(), row.action(), row.subjects(), row.details(), row.mac());
    }

    /** The head, locked; empty when another node holds it. */
    Optional<AuditHead> lockHead(Transaction tx) {
        return tx.query("select seq, link from audit_head where id = 1 for update skip locked")
                .map((row, context) -> new AuditHead(row.getLong("seq"), row.getBytes("link")))
                .findOne();
    }

    Optional<AuditHead> head(Transaction tx) {
        return tx.query("select seq, link from audit_head where id = 1")
                .map((row, context) -> new AuditHead(row.getLong("seq"), row.getBytes("link")))
                .findOne();
    }

    boolean isAllPlaced(Transaction tx) {
        return tx.query("select id from audit where seq is null limit 1")
                .mapTo(Long.class)
                .findOne()
                .isEmpty();
    }

    /** Rows without a place, the oldest first. */
    List<AuditRow> unplaced(Transaction tx, int most) {
        return tx.query(SELECT + "where seq is null order by at, id limit " + most)
                .map((row, context) -> row(row))
                .list();
    }

    void place(Transaction tx, AuditRow row, AuditHead place) {
        tx.write(PLACE, place.seq(), place.link(), row.id());
    }

    void saveHead(Transaction tx, AuditHead head) {
        tx.write(HEAD, head.seq(), head.link());
    }

    /** Rows with a place after {@code seq}, in order. */
    List<AuditRow> after(Transaction tx, long seq, int most) {
        return tx.query(SELECT + "where seq > ? order by seq limit " + most)
                .bind(0, seq)
                .map((row, context) -> row(row))
                .list();
    }

    /** Rows before an id, the newest first. */
    List<AuditRow> newest(Transaction tx, AuditQuery wanted, long beforeId, int most) {
        return read(tx, wanted, "id < ?", beforeId, "order by id desc limit " + most);
    }

    /** Rows after an id, the oldest first. */
    List<AuditRow> oldest(Transaction tx, AuditQuery wanted, long afterId, int most) {
        return read(tx, wanted, "id > ?", afterId, "order by id limit " + most);
    }

    private List<AuditRow> read(Transaction tx, AuditQuery wanted, String which, long id, String order) {
        StringBuilder sql = new StringBuilder(SELECT).append("where ").append(which);
        List<Object> values = new ArrayList<>();
        values.add(id);
        wanted.subject().ifPresent(one -> {
            sql.append(" and ' ' || subjects || ' ' like ?");
            values.add("% " + one + " %");
        });
        if (!wanted.actions().isEmpty()) {
            sql.append(" and (")
                    .append(String.join(
                            " or ", Collections.nCopies(wanted.actions().size(), "action like ?")));
            sql.append(")");
            wanted.actions().forEach(action -> values.add(action + "%"));
        }
        if (!wanted.actor().isEmpty()) {
            sql.append(" and position(? in lower(actor)) > 0");
            values.add(wanted.actor().toLowerCase(Locale.ROOT));
        }
        wanted.from().ifPresent(from -> {
            sql.append(" and at >= ?");
            values.add(from);
        });
        wanted.until().ifPresent(until -> {
            sql.append(" and at < ?");
            values.add(until);
        });
        var query = tx.query(sql.append(' ').append(order).toString());
        for (int i = 0; i < values.size(); i++) {
            query.bind(i, values.get(i));
        }
        return query.map((row, context) -> row(row)).list();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subjects"),
                row.getString("details"),
                row.getBytes("mac"),
                row.getLong("seq"),
                row.getBytes("link"));
    }
}
