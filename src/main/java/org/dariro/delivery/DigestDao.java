package org.dariro.delivery;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of the hours that members chose for their digest. */
@Component
public class DigestDao {
    private static final Write DELETE = new Write(33, "delete from digests where membership_id = ?");
    private static final Write INSERT = new Write(34, "insert into digests (membership_id, hours) values (?, ?)");

    Map<Long, List<Integer>> hours(Transaction tx, Collection<Long> memberships) {
        Map<Long, List<Integer>> hours = new HashMap<>();
        tx.query("select membership_id, hours from digests where membership_id = any(?)")
                .bind(0, memberships.toArray(Long[]::new))
                .map((row, context) -> hours.put(
                        row.getLong("membership_id"),
                        Arrays.stream(row.getString("hours").split(","))
                                .map(Integer::valueOf)
                                .toList()))
                .list();
        return hours;
    }

    void set(Transaction tx, long membership, List<Integer> hours) {
        tx.write(DELETE, membership);
        if (!hours.isEmpty()) {
            tx.write(INSERT, membership, hours.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }
}
