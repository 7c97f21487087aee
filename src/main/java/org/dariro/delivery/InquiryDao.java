package org.dariro.delivery;

import java.time.Instant;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of what was done to find out what became of parcels whose answer was lost. */
@Component
public class InquiryDao {
    private static final Write INSERT =
            new Write(57, "insert into inquiries (parcel_id, asked, asked_at, ask_at, answer) values (?, 1, ?, ?, ?)");
    private static final Write AGAIN = new Write(
            57, "update inquiries set asked = asked + 1, asked_at = ?, ask_at = ?, answer = ? where parcel_id = ?");
    private static final Write ASK_AGAIN =
            new Write(57, "update inquiries set asked = 1, ask_at = ? where parcel_id = ?");
    private static final Write RESOLVE = new Write(
            58, "insert into resolutions (id, parcel_id, outcome, decided_by, reason, at) values (?, ?, ?, ?, ?, ?)");

    /** How often the carrier was asked about a parcel, and its last answer. */
    record Asked(int times, Instant at, String answer) {}

    Optional<Asked> find(Transaction tx, long parcel) {
        return tx.query("select asked, asked_at, answer from inquiries where parcel_id = ?")
                .bind(0, parcel)
                .map((row, context) -> new Asked(
                        row.getInt("asked"), row.getTimestamp("asked_at").toInstant(), row.getString("answer")))
                .findOne();
    }

    /** @param askAt when to ask again; null when it is left to receipts and to a person */
    void record(Transaction tx, long parcel, boolean first, Instant now, @Nullable Instant askAt, String answer) {
        if (first) {
            tx.write(INSERT, parcel, now, askAt, answer);
        } else {
            tx.write(AGAIN, now, askAt, answer, parcel);
        }
    }

    /** The carrier is asked about a parcel again from now on, if its fate is unknown once more. */
    void askAgain(Transaction tx, long parcel, Instant now) {
        tx.write(ASK_AGAIN, now, parcel);
    }

    void resolve(Transaction tx, long id, long parcel, String outcome, String by, String reason, Instant now) {
        tx.write(RESOLVE, id, parcel, outcome, by, reason, now);
    }
}
