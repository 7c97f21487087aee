package org.dariro.programme;

import java.time.Instant;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of who was erased. */
@Component
public class ErasureDao {
    void insert(Transaction tx, long member, Instant at) {
        tx.update("insert into erasures (member_id, erased_at) values (?, ?)", member, at);
    }

    /** Whose words still stand in something that somebody waits for. */
    List<Long> open(Transaction tx) {
        return tx.query("select member_id from erasures where done_at is null order by member_id")
                .mapTo(Long.class)
                .list();
    }

    void done(Transaction tx, long member, Instant at) {
        tx.update("update erasures set done_at = ? where member_id = ? and done_at is null", at, member);
    }

    /** Takes away what staff have begun to write to somebody alone, or left for later. */
    void forgetWaiting(Transaction tx, long place) {
        tx.update("delete from scheduled_posts where place_id = ?", place);
        tx.update("delete from drafts where place = ?", "place-" + place);
        tx.update(
                "delete from drafts where place in"
                        + " (select 'alert-' || cast(a.id as varchar) from alerts a where a.membership_id = ?)",
                place);
    }
}
