package org.dariro.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of crisis cards: when each person got one last. */
@Component
public class CardDao {
    private static final Write INSERT =
            new Write(72, "insert into crisis_cards (member_id, sent_at, plain) values (?, ?, ?)");
    private static final Write UPDATE =
            new Write(72, "update crisis_cards set sent_at = ?, plain = ? where member_id = ?");

    /**
     * What was sent to somebody last.
     *
     * @param plain whether it was no card, but the contacts in plain words while screening was down
     */
    record Sent(Instant at, boolean plain) {}

    Optional<Sent> last(Transaction tx, long member) {
        return tx.query("select sent_at, plain from crisis_cards where member_id = ?")
                .bind(0, member)
                .map((row, context) -> new Sent(row.getTimestamp("sent_at").toInstant(), row.getBoolean("plain")))
                .findOne();
    }

    /** The people whose card of {@code since} or later has failed. */
    List<Long> failed(Transaction tx, Instant since) {
        return tx.query("select c.member_id from crisis_cards c where c.sent_at > ? and exists (select 1 from parcels p"
                        + " where p.state = 'FAILED' and p.member_id = c.member_id and p.kind = 'SAFETY'"
                        + " and p.created_at >= c.sent_at)")
                .bind(0, since)
                .mapTo(Long.class)
                .list();
    }

    /** Takes no card as sent to somebody; false when it was so before. */
    boolean forget(Transaction tx, long member) {
        return tx.update("delete from crisis_cards where member_id = ?", member) == 1;
    }

    void sent(Transaction tx, long member, boolean first, Sent sent) {
        if (first) {
            tx.write(INSERT, member, sent.at(), sent.plain());
        } else {
            tx.write(UPDATE, sent.at(), sent.plain(), member);
        }
    }
}
