package org.dariro.gateway;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of the lines that groups write from besides their own. */
@Component
public class GroupLineDao {
    private static final Write DELETE = new Write(24, "delete from group_lines where group_id = ? and line_id = ?");
    private static final Write INSERT =
            new Write(25, "insert into group_lines (group_id, line_id, created_at) values (?, ?, ?)");

    void insert(Transaction tx, long group, long line, Instant at) {
        tx.write(INSERT, group, line, at);
    }

    void delete(Transaction tx, long group, long line) {
        tx.write(DELETE, group, line);
    }

    /** Group and line, as they were added. */
    List<Map.Entry<Long, Long>> ofGroups(Transaction tx, Collection<Long> groups) {
        return tx.queryUnchanged("select group_id, line_id from group_lines where group_id = any(?)"
                        + " order by created_at, line_id")
                .bind(0, groups.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("group_id"), row.getLong("line_id")))
                .list();
    }
}
