package org.dariro.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of parts of texts: sealed until the whole is taken, then marks by which a repeat is known. */
@Component
public class PartDao {
    private static final Write INSERT = new Write(
            15,
            "insert into text_parts (id, whole_id, account, whole_hash, total, number, part_hash, sealed, received_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");

    /** A part of a text that may be the same as one that comes in. */
    record Stored(
            long wholeId,
            int number,
            @SuppressWarnings("ArrayRecordComponent") byte[] partHash,
            boolean taken) {

        boolean is(int otherNumber, byte[] otherHash) {
            return number == otherNumber && Arrays.equals(partHash, otherHash);
        }
    }

    /** A part as it is joined. */
    record Piece(
            String account,
            int total,
            int number,
            @SuppressWarnings("ArrayRecordComponent") byte[] sealed) {}

    void insert(
            Transaction tx,
            long id,
            long wholeId,
            String account,
            byte[] wholeHash,
            int total,
            int number,
            byte[] partHash,
            byte[] sealed,
            Instant at) {
        tx.write(INSERT, id, wholeId, account, wholeHash, total, number, partHash, sealed, at);
    }

    /** What is known of texts with the same account, addresses, reference and count; the latest text first. */
    List<Stored> alike(Transaction tx, String account, byte[] wholeHash) {
        return tx.query("select whole_id, number, part_hash, taken_at from text_parts"
                        + " where account = ? and whole_hash = ? order by whole_id desc, number")
                .bind(0, account)
                .bind(1, wholeHash)
                .map((row, context) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("whole_id"),
                row.getInt("number"),
                row.getBytes("part_hash"),
                row.getTimestamp("taken_at") != null);
    }

    /** Texts that are not taken yet, though all parts are there or the first came before a time. */
    List<Long> due(Transaction tx, Instant before) {
        return tx.query("select whole_id from text_parts where taken_at is null group by whole_id, total"
                        + " having count(*) = total or min(received_at) <= ? order by whole_id")
                .bind(0, before)
                .mapTo(Long.class)
                .list();
    }

    /** Whether all parts of a text are there and it is not taken yet. */
    boolean isWhole(Transaction tx, long wholeId) {
        return tx.query("select whole_id from text_parts where whole_id = ? and taken_at is null"
                        + " group by whole_id, total having count(*) = total")
                .bind(0, wholeId)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    /** The parts of a text that is not taken yet, in order. */
    List<Piece> pieces(Transaction tx, long wholeId) {
        return tx.query("select account, total, number, sealed from text_parts"
                        + " where whole_id = ? and taken_at is null order by number")
                .bind(0, wholeId)
                .map((row, context) -> new Piece(
                        row.getString("account"), row.getInt("total"), row.getInt("number"), row.getBytes("sealed")))
                .list();
    }

    /** Marks a text as taken, and keeps its words no longer. */
    void taken(Transaction tx, long wholeId, Instant at) {
        tx.update(
                "update text_parts set taken_at = ?, sealed = null where whole_id = ? and taken_at is null",
                at,
                wholeId);
    }

    /** Forgets texts that were taken before a time. */
    void forget(Transaction tx, Instant before) {
        tx.update("delete from text_parts where taken_at < ?", before);
    }
}
