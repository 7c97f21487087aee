package org.dariro.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of what waits in each group. */
@Component
public class PackingDao {
    private static final Write SET_LATE_PRICE = new Write(60, "update packing set late_price = ? where group_id = ?");
    private static final Write SET_DUE = new Write(60, "update packing set due_at = ? where group_id = ?");

    /** Locks some groups for packing, leaving out those that another node has locked, and tells when each is due. */
    Map<Long, Optional<Instant>> lock(Transaction tx, Collection<Long> groups) {
        Map<Long, Optional<Instant>> locked = new HashMap<>();
        tx.queryUnchanged("select group_id, due_at from packing where group_id = any(?) order by group_id"
                        + " for update skip locked")
                .bind(0, groups.toArray(Long[]::new))
                .map((row, context) -> {
                    Timestamp due = row.getTimestamp("due_at");
                    return locked.put(
                            row.getLong("group_id"), Optional.ofNullable(due).map(Timestamp::toInstant));
                })
                .list();
        return locked;
    }

    /** What it is worth in some groups that a copy is not late; a group that never sent one is missing. */
    Map<Long, Double> latePrices(Transaction tx, Collection<Long> groups) {
        Map<Long, Double> prices = new HashMap<>();
        tx.queryUnchanged("select group_id, late_price from packing where group_id = any(?) and late_price is not null")
                .bind(0, groups.toArray(Long[]::new))
                .map((row, context) -> prices.put(row.getLong("group_id"), row.getDouble("late_price")))
                .list();
        return prices;
    }

    void setLatePrice(Transaction tx, long group, double price) {
        tx.write(SET_LATE_PRICE, price, group);
    }

    void setDue(Transaction tx, long group, Optional<Instant> at) {
        tx.write(SET_DUE, at.orElse(null), group);
    }

    /** Groups in which somebody has not got everything, with the time the packer noted, or now. */
    Map<Long, Instant> pending(Transaction tx) {
        Map<Long, Instant> pending = new HashMap<>();
        tx.query("select p.group_id, p.due_at from packing p join groups g on g.id = p.group_id"
                        + " where p.due_at is not null or exists"
                        + " (select 1 from memberships s where s.group_id = g.id and s.state = 'ACTIVE'"
                        + " and s.cursor_seq < g.last_seq and s.member_id is not null"
                        + " and coalesce(s.reading_mode, g.reading_mode) <> 'USSD_ONLY')")
                .map((row, context) -> {
                    Timestamp due = row.getTimestamp("due_at");
                    return pending.put(row.getLong("group_id"), due == null ? Instant.EPOCH : due.toInstant());
                })
                .list();
        return pending;
    }

    /** Which members take part in more than one group on the same line. */
    Set<Long> inSeveralGroups(Transaction tx, Collection<Long> members) {
        return new HashSet<>(tx.query("select member_id from memberships where member_id = any(?) and state = 'ACTIVE'"
                        + " group by member_id, line_id having count(*) > 1")
                .bind(0, members.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }
}
