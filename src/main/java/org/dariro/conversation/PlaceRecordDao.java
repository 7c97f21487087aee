package org.dariro.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The tables of what staff keep about a place. */
@Component
public class PlaceRecordDao {
    private static final String NOTE = "staff-note";
    private static final String GUARDIAN = "guardian";
    private static final String GUARDIAN_NOTE = "guardian-note";
    private static final Write INSERT_NOTE = new Write(
            82, "insert into staff_notes (id, membership_id, sealed, noted_by, noted_at) values (?, ?, ?, ?, ?)");

    void insertNote(Transaction tx, long place, DataKey key, PlaceRecords.Note note) {
        tx.write(INSERT_NOTE, note.id(), place, key.seal(note.text(), NOTE), note.by(), note.at());
    }

    List<PlaceRecords.Note> notes(Transaction tx, long place, DataKey key) {
        return tx.query("select id, sealed, noted_by, noted_at from staff_notes where membership_id = ?"
                        + " order by noted_at desc, id desc limit 200")
                .bind(0, place)
                .map((row, context) -> new PlaceRecords.Note(
                        row.getLong("id"),
                        key.open(row.getBytes("sealed"), NOTE),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
    }

    Optional<PlaceRecords.Guardian> guardian(Transaction tx, long place, DataKey key) {
        return tx.query("select name_sealed, relation, note_sealed, noted_by, noted_at from guardians"
                        + " where membership_id = ?")
                .bind(0, place)
                .map((row, context) -> new PlaceRecords.Guardian(
                        key.open(row.getBytes("name_sealed"), GUARDIAN),
                        row.getString("relation"),
                        key.open(row.getBytes("note_sealed"), GUARDIAN_NOTE),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant()))
                .findOne();
    }

    void setGuardian(Transaction tx, long place, DataKey key, PlaceRecords.Guardian guardian) {
        tx.update("delete from guardians where membership_id = ?", place);
        tx.update(
                "insert into guardians (membership_id, name_sealed, relation, note_sealed, noted_by, noted_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                place,
                key.seal(guardian.name(), GUARDIAN),
                guardian.relation(),
                key.seal(guardian.note(), GUARDIAN_NOTE),
                guardian.by(),
                guardian.at());
    }

    Optional<String> referrer(Transaction tx, long place) {
        return tx.query("select code from referrals where membership_id = ?")
                .bind(0, place)
                .mapTo(String.class)
                .findOne();
    }

    void setReferrer(Transaction tx, long place, String code) {
        tx.update("delete from referrals where membership_id = ?", place);
        if (!code.isEmpty()) {
            tx.update("insert into referrals (membership_id, code) values (?, ?)", place, code);
        }
    }

    void carry(Transaction tx, long from, long to) {
        for (String table : List.of("referrals", "guardians")) {
            tx.update(
                    "update " + table + " set membership_id = ? where membership_id = ?"
                            + " and not exists (select 1 from " + table + " o where o.membership_id = ?)",
                    to,
                    from,
                    to);
        }
        tx.update("update staff_notes set membership_id = ? where membership_id = ?", to, from);
    }

    void forget(Transaction tx, long place) {
        tx.update("delete from guardians where membership_id = ?", place);
        tx.update("delete from staff_notes where membership_id = ?", place);
    }

    Map<String, Long> referrals(Transaction tx, Set<Long> groups) {
        Map<String, Long> counts = new TreeMap<>();
        tx.query("select r.code, count(*) as people from referrals r join memberships s on s.id = r.membership_id"
                        + " where cardinality(cast(? as bigint array)) = 0 or s.group_id = any(?) group by r.code")
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, groups.toArray(Long[]::new))
                .map((row, context) -> counts.put(row.getString("code"), row.getLong("people")))
                .list();
        return counts;
    }
}
