package org.dariro.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jdbi.v3.core.statement.Query;

/** Counts what groups are told by, one query each for any number of groups. */
@Component
public class OverviewDao {
    Map<Long, Long> members(Transaction tx, Collection<Long> groups) {
        return counts(tx.query("select group_id, count(*) as many from memberships where group_id = any(?)"
                        + " and role = 'MEMBER' and state = 'ACTIVE' group by group_id")
                .bind(0, groups.toArray(Long[]::new)));
    }

    /** Group by group, each by the index of its posts by time: for a list of groups H2 would read all that was ever written there. */
    Map<Long, Long> posts(Transaction tx, Collection<Long> groups, Instant since) {
        return counts(tx.query("select p.group_id, count(*) as many from unnest(?) asked(id)"
                        + " join posts p on p.group_id = asked.id and p.written_at > ?"
                        + " where p.seq is not null group by p.group_id")
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, since));
    }

    Map<Long, Long> openAlerts(Transaction tx, Collection<Long> groups) {
        return counts(tx.query("select group_id, count(*) as many from alerts where group_id = any(?)"
                        + " and state <> 'CLOSED' group by group_id")
                .bind(0, groups.toArray(Long[]::new)));
    }

    private static Map<Long, Long> counts(Query query) {
        Map<Long, Long> counts = new HashMap<>();
        query.map((row, context) -> counts.put(row.getLong("group_id"), row.getLong("many")))
                .list();
        return counts;
    }
}
