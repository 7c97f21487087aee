package org.dariro.safeguarding;

import java.time.Instant;
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

    void sent(Transaction tx, long member, boolean first, Instant at) {
        if (first) {
            tx.write(INSERT, member, at);
        } else {
            tx.write(UPDATE, at, member);
        }
    }
}
