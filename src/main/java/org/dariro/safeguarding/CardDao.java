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
    private static final Write INSERT = new Write(72, "insert into crisis_cards (member_id, sent_at) values (?, ?)");
    private static final Write UPDATE = new Write(72, "update crisis_cards set sent_at = ? where member_id = ?");

    Optional<Instant> sentAt(Transaction tx, long member) {
        return tx.query("select sent_at from crisis_cards where member_id = ?")
                .bind(0, member)
                .map((row, context) -> row.getTimestamp("sent_at").toInstant())
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

    void sent(Transaction tx, long member, boolean first, Instant at) {
        if (first) {
            tx.write(INSERT, member, at);
        } else {
            tx.write(UPDATE, at, member);
        }
    }
}
