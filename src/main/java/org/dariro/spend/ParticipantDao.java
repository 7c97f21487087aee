package org.dariro.spend;

import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Counts those among whom the cost is shared. */
@Component
public class ParticipantDao {
    /** Who takes part in a group, or (null) in the open groups; mentors not counted. */
    int count(Transaction tx, @Nullable Long group) {
        return tx.query("select count(*) from memberships m join groups g on g.id = m.group_id"
                        + " where m.state = 'ACTIVE' and m.role = 'MEMBER' and m.member_id is not null"
                        + " and (m.group_id = ? or (cast(? as bigint) is null and g.closed_at is null))")
                .bind(0, group)
                .bind(1, group)
                .mapTo(int.class)
                .one();
    }
}
