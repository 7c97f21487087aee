package org.dariro.delivery;

import java.util.Collection;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Finds what went out with somebody's words in it. Reads many rows: it is done when a person is erased, and seldom else. */
@Component
public class RedactionDao {
    /** The texts to a person, those that they caused, and those with a post of theirs. */
    List<Long> texts(Transaction tx, long member, Collection<Long> places, Collection<Long> groups) {
        Long[] ids = places.toArray(Long[]::new);
        return tx.query("select p.text_id from parcels p where p.member_id = ? or p.caused_by = any(?)"
                        + " union select p.text_id from posts s join parcels p on p.group_id = s.group_id"
                        + " and p.first_seq <= s.seq and p.last_seq >= s.seq"
                        + " where s.membership_id = any(?) and s.group_id = any(?)")
                .bind(0, member)
                .bind(1, ids)
                .bind(2, ids)
                .bind(3, groups.toArray(Long[]::new))
                .mapTo(Long.class)
                .list();
    }

    /** The texts that have not gone out to all. */
    List<Long> waiting(Transaction tx) {
        return tx.query("select distinct text_id from parcels where state in ('READY', 'SENDING', 'UNKNOWN')")
                .mapTo(Long.class)
                .list();
    }

    void redact(Transaction tx, List<Long> texts, byte[] sealed) {
        tx.update("update parcel_texts set sealed = ? where id = any(?)", sealed, texts.toArray(Long[]::new));
    }
}
